/** What those who take part in a flow are called. */
export const laneTitles = {
  app: 'This app',
  vault: 'HashiCorp Vault',
  aws: 'AWS Secrets Manager',
  azure: 'Azure Key Vault',
  proxy: 'Proxy',
  server: 'Authorization server',
  api: 'Protected API',
} as const

export const noClient = 'no client ID'
export const noServer = 'no token endpoint'
export const noCall = 'no call chosen'
export const unknownHost = 'host not known'
