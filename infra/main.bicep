// Everything that ArchiveScrub needs in Azure, in a resource group of its own. `azd up` deploys it, then the code, then
// the event subscription (subscription.bicep), which can only be made once the app answers.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('Name of the environment; names of resources are derived from it.')
param environmentName string

@minLength(1)
@description('Region. It must offer the Flex Consumption plan.')
param location string

@description('Address that alerts go to; none are sent where it is empty.')
param alertEmail string = ''

@description('Whether storage is reached over private endpoints only. Captures must then be dropped from inside the network.')
param privateNetworking bool = false

@description('Memory of an instance in MB. Captures of many pages are streamed; a page of 32 MiB needs the larger size.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('How many instances there are at most. An instance scrubs host.json\'s number of captures at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Name of the blob in the container profiles with the site profiles that captures are scrubbed with; none are used where it is empty.')
param profiles string = ''

@description('Whether SmartReader is asked for a second opinion on every HTML page.')
param secondOpinion bool = false

@description('Captures of more bytes than this are cut into slices of about as many.')
@minValue(1048576)
param sliceBytes int = 67108864

@description('After how many days earlier versions of results are deleted.')
@minValue(1)
param versionRetentionDays int = 30

@description('Object id of a person or group that may drop captures and read results; nobody where it is empty.')
param operatorPrincipalId string = ''

var tags = { 'azd-env-name': environmentName }
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'app/identity.bicep' = {
  scope: group
  params: {
    location: location
    name: 'id-archivescrub-${token}'
    tags: tags
  }
}

module network 'app/network.bicep' = if (privateNetworking) {
  scope: group
  params: {
    location: location
    name: 'vnet-archivescrub-${token}'
    tags: tags
  }
}

module storage 'app/storage.bicep' = {
  scope: group
  params: {
    dataAccountName: 'stdata${token}'
    hostAccountName: 'sthost${token}'
    location: location
    privateNetworking: privateNetworking
    tags: tags
    versionRetentionDays: versionRetentionDays
  }
}

module endpoints 'app/endpoints.bicep' = if (privateNetworking) {
  scope: group
  params: {
    accountNames: [storage.outputs.hostAccountName, storage.outputs.dataAccountName]
    location: location
    subnetId: network!.outputs.endpointSubnetId
    tags: tags
    vnetId: network!.outputs.vnetId
  }
}

module monitoring 'monitoring/insights.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
  }
}

module access 'app/access.bicep' = {
  scope: group
  params: {
    dataAccountName: storage.outputs.dataAccountName
    hostAccountName: storage.outputs.hostAccountName
    insightsName: monitoring.outputs.insightsName
    operatorPrincipalId: operatorPrincipalId
    principalId: identity.outputs.principalId
  }
}

module app 'app/functions.bicep' = {
  scope: group
  params: {
    appName: 'func-archivescrub-${token}'
    dataAccountName: storage.outputs.dataAccountName
    deploymentContainer: storage.outputs.deploymentContainer
    hostAccountName: storage.outputs.hostAccountName
    identityClientId: identity.outputs.clientId
    identityId: identity.outputs.id
    insightsConnectionString: monitoring.outputs.connectionString
    instanceMemoryMB: instanceMemoryMB
    location: location
    maximumInstanceCount: maximumInstanceCount
    planName: 'plan-archivescrub-${token}'
    profiles: profiles
    secondOpinion: secondOpinion
    sliceBytes: sliceBytes
    subnetId: privateNetworking ? network!.outputs.appSubnetId : ''
    tags: tags
  }
  dependsOn: [access, endpoints] // The app starts by asking for its storage.
}

module topic 'app/topic.bicep' = {
  scope: group
  params: {
    dataAccountName: storage.outputs.dataAccountName
    hostAccountName: storage.outputs.hostAccountName
    location: location
    name: 'evgt-archivescrub-${token}'
    tags: tags
  }
}

module alerts 'monitoring/alerts.bicep' = {
  scope: group
  params: {
    alertEmail: alertEmail
    insightsId: monitoring.outputs.insightsId
    location: location
    tags: tags
    topicName: topic.outputs.name
  }
}

module workbook 'monitoring/workbook.bicep' = {
  scope: group
  params: {
    insightsId: monitoring.outputs.insightsId
    location: location
    tags: tags
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_FUNCTION_APP_NAME string = app.outputs.name
output AZURE_SYSTEM_TOPIC_NAME string = topic.outputs.name
output AZURE_HOST_ACCOUNT_NAME string = storage.outputs.hostAccountName
output CAPTURES_URL string = '${storage.outputs.blobEndpoint}captures'
output CLEAN_URL string = '${storage.outputs.blobEndpoint}clean'
output PROFILES_URL string = '${storage.outputs.blobEndpoint}profiles'
output QUARANTINE_URL string = '${storage.outputs.blobEndpoint}quarantine'
