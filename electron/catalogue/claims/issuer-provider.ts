import type { Provider } from './provider-claims.ts'

const hosts: readonly (readonly [ending: string, provider: Provider])[] = [
  ['login.microsoftonline.com', 'Microsoft'],
  ['login.microsoftonline.us', 'Microsoft'],
  ['login.partner.microsoftonline.cn', 'Microsoft'],
  ['sts.windows.net', 'Microsoft'],
  ['ciamlogin.com', 'Microsoft'],
  ['b2clogin.com', 'Microsoft'],
  ['okta.com', 'Okta'],
  ['oktapreview.com', 'Okta'],
  ['okta-emea.com', 'Okta'],
  ['auth0.com', 'Auth0'],
  ['cidaas.de', 'cidaas'],
  ['cidaas.eu', 'cidaas'],
  ['cidaas.com', 'cidaas'],
  ['accounts.google.com', 'Google'],
  ['zitadel.cloud', 'Zitadel'],
  ['oryapis.com', 'Ory'],
  ['salesforce.com', 'Salesforce'],
]

const address = /^https?:\/\/(?<host>[^/?#:@]+)(?::\d+)?(?<path>\/[^?#]*)?(?:[?#]|$)/

/** Whose product an issuer is, by the address alone; null when the address does not tell. */
export function providerOf(issuer: string | null): Provider | null {
  if (issuer === 'kubernetes/serviceaccount') return 'Kubernetes'
  const { host = '', path = '' } = address.exec(issuer ?? '')?.groups ?? {}
  if (/^cognito-idp\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(host)) return 'Cognito'
  if (/\/realms\/[^/]+\/?$/.test(path)) return 'Keycloak'
  return hosts.find(([ending]) => host === ending || host.endsWith(`.${ending}`))?.[1] ?? null
}
