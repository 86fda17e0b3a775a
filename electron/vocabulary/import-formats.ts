/** What a file can be that is imported; `ccx` are our own. */
export const importFormats = [
  'ccx',
  'curl',
  'powershell',
  'oauth2c',
  'postman_collection',
  'postman_environment',
  'openapi',
  'swagger',
  'bruno',
  'insomnia',
  'hoppscotch',
  'yaak',
  'dotenv',
  'provider_key',
  'http_file',
  'har',
  'discovery',
] as const

/** Settings that are one text. */
export const textSettings = [
  'issuer',
  'token_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
  'jwks_uri',
  'client_id',
  'scope',
  'audience',
] as const

/** Settings that may hold a variable in a file of another tool, and none here. */
export const openSettings = [...textSettings, 'resource', 'parameters', 'headers', 'proxy'] as const

/** Files of one import, its environments, calls of one environment and of all its environments together, folders within folders, and notes. */
export const mostImported = { files: 5000, environments: 5000, calls: 5000, callsInAll: 20_000, depth: 50, notes: 2000 }
