// The app on its Flex Consumption plan: nothing runs, and nothing costs, while nothing comes.
param appName string
param dataAccountName string
param deploymentContainer string
param hostAccountName string
param identityClientId string
param identityId string
param insightsConnectionString string
param instanceMemoryMB int
param location string
param maximumInstanceCount int
param planName string
param profiles string
param secondOpinion bool
param sliceBytes int

@description('Subnet that the app reaches storage through; the public network where it is empty.')
param subnetId string
param tags object

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccountName
}

resource data 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  tags: union(tags, { 'azd-service-name': 'functions' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    functionAppConfig: {
      deployment: {
        storage: {
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
          type: 'blobContainer'
          value: deploymentContainer
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: { instanceMemoryMB: instanceMemoryMB, maximumInstanceCount: maximumInstanceCount }
    }
    httpsOnly: true
    serverFarmId: plan.id
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      // The only thing that calls in is Event Grid, with the extension's key.
      ipSecurityRestrictions: [
        { action: 'Allow', ipAddress: 'AzureEventGrid', name: 'event-grid', priority: 100, tag: 'ServiceTag' }
      ]
      ipSecurityRestrictionsDefaultAction: 'Deny'
      scmIpSecurityRestrictionsDefaultAction: 'Allow' // Deployments come from where azd runs.
      scmIpSecurityRestrictionsUseMain: false
    }
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: {
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      ArchiveScrub__Profiles: profiles
      ArchiveScrub__SecondOpinion: string(secondOpinion)
      ArchiveScrub__SliceBytes: string(sliceBytes)
      ArchiveScrub__Tags: 'true'
      AZURE_CLIENT_ID: identityClientId
      AzureWebJobsStorage__blobServiceUri: host.properties.primaryEndpoints.blob
      AzureWebJobsStorage__clientId: identityClientId
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__queueServiceUri: host.properties.primaryEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: host.properties.primaryEndpoints.table
      CaptureStorage__blobServiceUri: data.properties.primaryEndpoints.blob
      CaptureStorage__clientId: identityClientId
      CaptureStorage__credential: 'managedidentity'
      CaptureStorage__queueServiceUri: data.properties.primaryEndpoints.queue
    }
  }
}

resource ftp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource scm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

output name string = app.name
