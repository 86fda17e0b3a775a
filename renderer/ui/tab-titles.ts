export const tabTitles = {
  flow: 'Flow',
  configure: 'Configure',
  token: 'Token',
  introspection: 'Introspection',
  'api-calls': 'API calls',
  review: 'Review',
  activity: 'Activity',
} as const
