import type { Provider } from '../../../contract/environment.ts'

const words: Readonly<Partial<Record<Provider, string>>> = {
  cidaas: 'cidaas',
  auth0: 'auth0',
  okta: 'okta',
  entra: 'entra azure azuread aad arm microsoft msal',
  keycloak: 'keycloak kc',
  cognito: 'cognito',
  zitadel: 'zitadel',
  salesforce: 'salesforce sf sfdc',
  pingfederate: 'pingfederate',
  forgerock: 'forgerock',
  hydra: 'hydra',
  apigee: 'apigee',
}

const providers = new Map(
  Object.entries(words).flatMap(([provider, names]) => names.split(' ').map((name) => [name, provider] as const)),
)

/** The provider that a name names by one of its words; null when it names none. */
export function providerOfWords(before: readonly string[]): Provider | null {
  const found = before.map((word) => providers.get(word)).find((provider) => provider !== undefined)
  return found !== undefined && isProvider(found) ? found : null
}

const isProvider = (text: string): text is Provider => Object.hasOwn(words, text)

/** Words that make an address in general that of an authorization server. */
const ofServer = new Set([
  'auth',
  'oauth',
  'oauth2',
  'oidc',
  'openid',
  'idp',
  'iam',
  'sso',
  'identity',
  'login',
  'token',
])

export const namesServer = (before: readonly string[]): boolean =>
  providerOfWords(before) !== null || before.some((word) => ofServer.has(word))
