// One page for operators: what comes in, what goes out, what is removed, what is stuck.
param insightsId string
param location string
param tags object

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(insightsId, 'archivescrub')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    category: 'workbook'
    displayName: 'ArchiveScrub'
    serializedData: loadTextContent('workbook.json')
    sourceId: insightsId
    version: '1.0'
  }
}
