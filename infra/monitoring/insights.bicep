// Where traces, metrics and logs go. Keys are refused here, too.
param location string
param token string
param tags object

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-archivescrub-${token}'
  location: location
  tags: tags
  properties: {
    features: { disableLocalAuth: true }
    retentionInDays: 30
    sku: { name: 'PerGB2018' }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-archivescrub-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    WorkspaceResourceId: workspace.id
  }
}

output connectionString string = insights.properties.ConnectionString
output insightsId string = insights.id
output insightsName string = insights.name
