# Deploys the event subscription; azd runs it after the code is there, with its values in the environment.
$ErrorActionPreference = 'Stop'
az deployment group create `
  --subscription $env:AZURE_SUBSCRIPTION_ID `
  --resource-group $env:AZURE_RESOURCE_GROUP `
  --name archivescrub-subscription `
  --template-file infra/subscription.bicep `
  --parameters `
    functionAppName=$env:AZURE_FUNCTION_APP_NAME `
    hostAccountName=$env:AZURE_HOST_ACCOUNT_NAME `
    systemTopicName=$env:AZURE_SYSTEM_TOPIC_NAME `
  --output none
if ($LASTEXITCODE -ne 0) { throw 'the event subscription was not made' }
