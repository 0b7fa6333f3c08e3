// Private endpoints of both accounts, for every service that the app asks.
param accountNames string[]
param location string
param subnetId string
param tags object
param vnetId string

var services = ['blob', 'queue', 'table']

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for service in services: {
  name: 'privatelink.${service}.${environment().suffixes.storage}'
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (service, i) in services: {
  parent: zones[i]
  name: 'archivescrub'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: vnetId }
  }
}]

module each 'endpoint.bicep' = [for account in accountNames: {
  params: {
    accountName: account
    location: location
    services: services
    subnetId: subnetId
    tags: tags
    zoneIds: [for i in range(0, length(services)): zones[i].id]
  }
}]
