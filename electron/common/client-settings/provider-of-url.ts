import type { Provider } from '../../contract/environment.ts'
import type { KnownProvider } from './client-settings.ts'

/** What an address shows of the kind of server that it belongs to; hosts come before paths, which others copy. */
const marks: readonly (readonly [provider: Provider, pattern: RegExp])[] = [
  ['auth0', /^https:\/\/[^/?#:]*\.auth0(?:app)?\.com(?:[/:?#]|$)/i],
  ['okta', /^https:\/\/[^/?#:]*\.okta(?:preview|-emea)?\.com(?:[/:?#]|$)/i],
  ['cognito', /^https:\/\/[^/?#:]*\.amazoncognito\.com(?:[/:?#]|$)/i],
  ['entra', /^https:\/\/login\.(?:microsoftonline\.(?:com|us)|partner\.microsoftonline\.cn)(?:[/:?#]|$)/i],
  ['cidaas', /^https:\/\/[^/?#:]*\.cidaas\.(?:de|eu|com)(?:[/:?#]|$)/i],
  ['zitadel', /^https:\/\/[^/?#:]*\.zitadel\.cloud(?:[/:?#]|$)/i],
  ['salesforce', /^https:\/\/[^/?#:]*\.salesforce\.com(?:[/:?#]|$)/i],
  ['cidaas', /^https?:\/\/[^?#]*\/token-srv\/(?:token|introspect|revoke)$/i],
  ['keycloak', /^https?:\/\/[^?#]*\/protocol\/openid-connect\/(?:token|revoke)(?:\/introspect)?$/i],
  ['pingfederate', /^https?:\/\/[^?#]*\/as\/(?:token|introspect)\.oauth2$/i],
  ['forgerock', /^https?:\/\/[^?#]*\/am\/oauth2\/realms\/root\//i],
  ['salesforce', /^https?:\/\/[^?#]*\/services\/oauth2\/token$/i],
  ['zitadel', /^https?:\/\/[^?#]*\/oauth\/v2\/token$/i],
]

/** The provider that an endpoint or issuer belongs to; null when the address could be of any. */
export function providerOfUrl(url: string): KnownProvider | null {
  const id = marks.find(([, pattern]) => pattern.test(url))?.[0]
  return id === undefined ? null : { id, placeholders: {} }
}
