export const tabTitles = {
  configure: 'Configure',
  token: 'Token',
  introspection: 'Introspection',
  'api-calls': 'API calls',
} as const
