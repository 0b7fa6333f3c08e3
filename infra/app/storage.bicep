// Two accounts: what the platform needs for itself (the code, leases, its queue of blobs), and captures with what comes
// of them. The app may do as it likes in the first and little in the second: see access.bicep.
param dataAccountName string
param hostAccountName string
param location string
param privateNetworking bool
param tags object
param versionRetentionDays int

var deploymentContainerName = 'app-package'
var deadLetterContainerName = 'event-dead-letters'

// Parts of large captures are of no use once joined. Messages live for seven days, so nothing asks for older ones.
var partRetentionDays = 14

var containerNames = ['captures', 'clean', 'quarantine', 'parts', 'profiles']
var queueNames = ['capture-slices', 'capture-rescrub', 'webjobs-blobtrigger-poison', 'capture-slices-poison', 'capture-rescrub-poison']

var accountProperties = {
  accessTier: 'Hot'
  allowBlobPublicAccess: false
  allowCrossTenantReplication: false
  allowSharedKeyAccess: false
  defaultToOAuthAuthentication: true
  minimumTlsVersion: 'TLS1_2'
  networkAcls: {
    bypass: 'AzureServices' // Event Grid makes its topic and writes dead letters.
    defaultAction: privateNetworking ? 'Deny' : 'Allow'
  }
  publicNetworkAccess: privateNetworking ? 'Disabled' : 'Enabled'
  supportsHttpsTrafficOnly: true
}

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: hostAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: accountProperties

  resource blobs 'blobServices' = {
    name: 'default'

    resource deployment 'containers' = {
      name: deploymentContainerName
    }

    resource deadLetters 'containers' = {
      name: deadLetterContainerName
    }
  }
}

resource data 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: dataAccountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: accountProperties

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      containerDeleteRetentionPolicy: { enabled: true, days: 7 }
      deleteRetentionPolicy: { enabled: true, days: 7 }
      isVersioningEnabled: true
    }

    resource containers 'containers' = [for name in containerNames: {
      name: name
    }]
  }

  resource queues 'queueServices' = {
    name: 'default'

    resource each 'queues' = [for name in queueNames: {
      name: name
    }]
  }

  resource lifecycle 'managementPolicies' = {
    name: 'default'
    properties: {
      policy: {
        rules: [
          {
            enabled: true
            name: 'drop-parts'
            type: 'Lifecycle'
            definition: {
              actions: {
                baseBlob: { delete: { daysAfterModificationGreaterThan: partRetentionDays } }
                version: { delete: { daysAfterCreationGreaterThan: 1 } }
              }
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['parts/'] }
            }
          }
          {
            enabled: true
            name: 'drop-earlier-results'
            type: 'Lifecycle'
            definition: {
              actions: { version: { delete: { daysAfterCreationGreaterThan: versionRetentionDays } } }
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['clean/', 'quarantine/'] }
            }
          }
          {
            enabled: true
            name: 'cool-captures'
            type: 'Lifecycle'
            definition: {
              actions: { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 30 } } }
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['captures/'] }
            }
          }
        ]
      }
    }
    dependsOn: [blobs]
  }
}

output blobEndpoint string = data.properties.primaryEndpoints.blob
output dataAccountName string = data.name
output deploymentContainer string = '${host.properties.primaryEndpoints.blob}${deploymentContainerName}'
output hostAccountName string = host.name
