import { isSecretName } from './placeholder.ts'
import { formParameters, type Parameter } from './request-parameters.ts'
import { splitUserinfo } from './userinfo.ts'

/** Parameters that have a field of their own, or belong to another grant. */
export const ofProtocol = new Set([
  'grant_type',
  'client_id',
  'client_secret',
  'client_assertion',
  'client_assertion_type',
  'scope',
  'audience',
  'resource',
  'username',
  'redirect_uri',
  'response_type',
  'code_verifier',
])

/** The URL without those parameters of its query that have fields of their own, or may be secret. */
export function splitUrl(text: string): { url: string; ofQuery: Parameter[] } {
  const [withoutFragment = ''] = text.split('#', 1)
  const mark = withoutFragment.indexOf('?')
  if (mark < 0) return { url: withoutFragment, ofQuery: [] }
  const parts = withoutFragment.slice(mark + 1).split('&')
  const isTaken = (part: string): boolean =>
    formParameters(part).some(({ name }) => ofProtocol.has(name) || isSecretName(name))
  const rest = parts.filter((part) => part !== '' && !isTaken(part)).join('&')
  return {
    url: withoutFragment.slice(0, mark) + (rest === '' ? '' : `?${rest}`),
    ofQuery: parts.filter(isTaken).flatMap(formParameters),
  }
}

/** An address without a login, and without what may be secret in its query. */
export const plainAddress = (text: string): string => splitUrl(splitUserinfo(text).url).url

export type Endpoint = 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint'

/** Which endpoint a request is for, by what it asks; null when it is none of this flow. */
export function endpointOf(url: string, hasGrant: boolean, hasToken: boolean): Endpoint | null {
  const path = url.replace(/^[^:/?#]+:\/\/[^/?#]*/, '')
  if (!hasGrant && hasToken) {
    if (/introspect/i.test(path)) return 'introspection_endpoint'
    if (/revo(?:ke|cation)/i.test(path)) return 'revocation_endpoint'
  }
  return hasGrant || /token|oauth/i.test(path) ? 'token_endpoint' : null
}
