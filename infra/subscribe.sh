#!/bin/sh
# Deploys the event subscription; azd runs it after the code is there, with its values in the environment.
set -eu
az deployment group create \
  --subscription "$AZURE_SUBSCRIPTION_ID" \
  --resource-group "$AZURE_RESOURCE_GROUP" \
  --name archivescrub-subscription \
  --template-file infra/subscription.bicep \
  --parameters \
    functionAppName="$AZURE_FUNCTION_APP_NAME" \
    hostAccountName="$AZURE_HOST_ACCOUNT_NAME" \
    systemTopicName="$AZURE_SYSTEM_TOPIC_NAME" \
  --output none
