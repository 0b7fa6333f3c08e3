// Private endpoints of one account.
param accountName string
param location string
param services string[]
param subnetId string
param tags object
param zoneIds string[]

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: accountName
}

resource endpoints 'Microsoft.Network/privateEndpoints@2024-05-01' = [for service in services: {
  name: 'pe-${accountName}-${service}'
  location: location
  tags: tags
  properties: {
    privateLinkServiceConnections: [
      { name: service, properties: { groupIds: [service], privateLinkServiceId: account.id } }
    ]
    subnet: { id: subnetId }
  }
}]

resource names 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-05-01' = [for (service, i) in services: {
  parent: endpoints[i]
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [
      { name: service, properties: { privateDnsZoneId: zoneIds[i] } }
    ]
  }
}]
