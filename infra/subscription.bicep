// Tells the app of captures. It is deployed after the code (azure.yaml, postdeploy): Event Grid wants an answer from the
// app before it makes a subscription, and the key in its address comes with the code.
param functionAppName string
param hostAccountName string
param systemTopicName string

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName

  resource host 'host' existing = {
    name: 'default'
  }
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: systemTopicName
}

resource captures 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'captures'
  properties: {
    deadLetterWithResourceIdentity: {
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { blobContainerName: 'event-dead-letters', resourceId: hostAccount.id }
      }
      identity: { type: 'SystemAssigned' }
    }
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.ScrubCapture&code=${app::host.listKeys().systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      // With the slash, or containers whose names begin in the same way would be meant, too.
      subjectBeginsWith: '/blobServices/default/containers/captures/blobs/'
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      // What ends the writing of a blob: without it some interfaces tell of it several times, the first time too early.
      advancedFilters: [
        { key: 'data.api', operatorType: 'StringIn', values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose'] }
      ]
    }
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
  }
}
