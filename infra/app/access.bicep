// Who may do what. There are no keys: both accounts refuse them.
param dataAccountName string
param hostAccountName string
param insightsName string
param operatorPrincipalId string
param principalId string

// Azure built-in roles
var roles = {
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageBlobDataReader: '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

// The platform's own account.
var hostRoles = [roles.storageBlobDataOwner, roles.storageQueueDataContributor, roles.storageTableDataContributor]

// Captures are read and never written. Results carry index tags, which only the owner's role may write.
var containerRoles = [
  { container: 'captures', role: roles.storageBlobDataReader }
  { container: 'clean', role: roles.storageBlobDataOwner }
  { container: 'quarantine', role: roles.storageBlobDataOwner }
  { container: 'parts', role: roles.storageBlobDataContributor }
  { container: 'profiles', role: roles.storageBlobDataReader }
]

var operatorRoles = [
  { container: 'captures', role: roles.storageBlobDataContributor }
  { container: 'clean', role: roles.storageBlobDataReader }
  { container: 'quarantine', role: roles.storageBlobDataReader }
  { container: 'profiles', role: roles.storageBlobDataContributor }
]

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccountName
}

resource data 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource containers 'containers' existing = [for entry in containerRoles: {
      name: entry.container
    }]

    resource shown 'containers' existing = [for entry in operatorRoles: {
      name: entry.container
    }]
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource onHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in hostRoles: {
  scope: host
  name: guid(host.id, principalId, role)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource onContainers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (entry, i) in containerRoles: {
  scope: data::blobs::containers[i]
  name: guid(data::blobs::containers[i].id, principalId, entry.role)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
  }
}]

// All queues of the account: slices, orders, and what the platform poisons.
resource onQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: data
  name: guid(data.id, principalId, roles.storageQueueDataContributor)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageQueueDataContributor)
  }
}

resource onInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, principalId, roles.monitoringMetricsPublisher)
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}

resource ofOperator 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (entry, i) in operatorRoles: if (!empty(operatorPrincipalId)) {
  scope: data::blobs::shown[i]
  name: guid(data::blobs::shown[i].id, operatorPrincipalId, entry.role)
  properties: {
    principalId: operatorPrincipalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', entry.role)
  }
}]
