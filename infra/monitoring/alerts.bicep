// What somebody has to know of. Queries name the metrics and log events of ArchiveScrub.Storage (Telemetry).
param alertEmail string
param insightsId string
param location string
param tags object
param topicName string

var rules = [
  {
    name: 'captures-given-up'
    description: 'The platform gave captures or slices up after its last try. They are in quarantine with GIVEN_UP; once the cause is mended, order them again (capture-rescrub).'
    query: 'customMetrics | where name == "archivescrub.deliveries" and tostring(customDimensions.work) == "poison" and tostring(customDimensions.status) in ("Quarantined", "Failed")'
    severity: 1
    threshold: 0
    window: 'PT15M'
  }
  {
    name: 'deliveries-failing'
    description: 'Deliveries fail: storage refuses, or the app is at fault. They are tried again.'
    query: 'customMetrics | where name == "archivescrub.deliveries" and tostring(customDimensions.status) == "Failed"'
    severity: 2
    threshold: 20
    window: 'PT15M'
  }
  {
    name: 'quarantine-rate'
    description: 'More than one capture in twenty goes to quarantine.'
    query: '''
customMetrics
| where name == "archivescrub.deliveries" and tostring(customDimensions.work) == "capture"
| summarize quarantined = sumif(valueSum, tostring(customDimensions.status) == "Quarantined"), all = sum(valueSum)
| where all >= 100 and quarantined > 0.05 * all
'''
    severity: 2
    threshold: 0
    window: 'PT1H'
  }
  {
    name: 'captures-grow-old'
    description: 'A capture was an hour old when a try began: the app does not keep up, or keeps failing at it.'
    query: 'customMetrics | where name == "archivescrub.age" and tostring(customDimensions.work) == "capture" and valueMax > 3600'
    severity: 2
    threshold: 0
    window: 'PT30M'
  }
]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: 'ag-archivescrub'
  location: 'global'
  tags: tags
  properties: {
    emailReceivers: [
      { emailAddress: alertEmail, name: 'operators', useCommonAlertSchema: true }
    ]
    enabled: true
    groupShortName: 'archscrub'
  }
}

resource queries 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in rules: {
  name: rule.name
  location: location
  tags: tags
  properties: {
    actions: { actionGroups: empty(alertEmail) ? [] : [people.id] }
    autoMitigate: true
    criteria: {
      allOf: [
        {
          failingPeriods: { minFailingPeriodsToAlert: 1, numberOfEvaluationPeriods: 1 }
          operator: 'GreaterThan'
          query: rule.query
          threshold: rule.threshold
          timeAggregation: 'Count'
        }
      ]
    }
    description: rule.description
    displayName: 'ArchiveScrub: ${rule.name}'
    enabled: true
    evaluationFrequency: 'PT15M'
    scopes: [insightsId]
    severity: rule.severity
    windowSize: rule.window
  }
}]

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

// Events that never reach the app are seen by nobody else.
resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'events-not-delivered'
  location: 'global'
  tags: tags
  properties: {
    actions: empty(alertEmail) ? [] : [{ actionGroupId: people.id }]
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          metricName: 'DeadLetteredCount'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          name: 'dead-lettered'
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Total'
        }
      ]
    }
    description: 'Event Grid could not deliver events; they are in the container event-dead-letters. Order the captures again (capture-rescrub).'
    enabled: true
    evaluationFrequency: 'PT15M'
    scopes: [topic.id]
    severity: 1
    windowSize: 'PT15M'
  }
}
