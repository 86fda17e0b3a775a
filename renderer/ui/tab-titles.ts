export const tabTitles = {
  flow: 'Flow',
  configure: 'Configure',
  token: 'Token',
  introspection: 'Introspection',
  'api-calls': 'API calls',
  activity: 'Activity',
} as const
