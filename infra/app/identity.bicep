// The app's identity. It is user-assigned, so that its roles can be there before the app is.
param location string
param name string
param tags object

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
  tags: tags
}

output clientId string = identity.properties.clientId
output id string = identity.id
output principalId string = identity.properties.principalId
