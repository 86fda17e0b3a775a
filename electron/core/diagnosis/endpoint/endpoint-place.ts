import { type EndpointKind, pathEndings, pathFamilies } from '../../../catalogue/endpoint-paths.ts'
import type { Purpose } from '../../../contract/exchange.ts'
import type { Metadata } from '../../../contract/outcome.ts'
import type { Case } from '../case.ts'

/** The setting of an environment that holds the address of a step. */
export const endpointFields = {
  token: 'token_endpoint',
  introspection: 'introspection_endpoint',
  revocation: 'revocation_endpoint',
  jwks: 'jwks_uri',
} as const satisfies Partial<Record<Purpose, string>>
export type EndpointStep = keyof typeof endpointFields

/** What a request of this step is for. */
export const kindOfStep = {
  token: 'token',
  introspection: 'introspection',
  revocation: 'revocation',
  jwks: 'keys',
} as const

export const isEndpointStep = (step: Purpose): step is EndpointStep => Object.hasOwn(endpointFields, step)

/** A URL by which addresses are compared: without query, fragment, and slash at the end; null for what is no URL. */
export function plainUrl(url: string): URL | null {
  if (!URL.canParse(url)) return null
  const plain = new URL(url)
  plain.search = ''
  plain.hash = ''
  plain.pathname = plain.pathname.replace(/(?<=[^/])\/+$/, '')
  return plain
}

export const isSameAddress = (one: string, other: string | null): boolean =>
  other !== null && plainUrl(one)?.href === plainUrl(other)?.href && URL.canParse(one)

/** What the path of a URL says that it is for; null where it says nothing. */
export function kindOfPath(url: string): { kind: EndpointKind; isVague: boolean } | null {
  const path = plainUrl(url)?.pathname.toLowerCase()
  if (path === undefined) return null
  if (path === '/') return { kind: 'issuer', isVague: false }
  const found = pathEndings.find(({ ending }) => ending.test(path))
  return found === undefined ? null : { kind: found.kind, isVague: found.isVague === true }
}

/** Where the endpoint that is wanted is beside this one, by the paths of products; null where nothing says. */
export function siblingOf(url: string, from: EndpointKind, wanted: EndpointKind): string | null {
  const plain = plainUrl(url)
  if (plain === null) return null
  const path = plain.pathname.toLowerCase()
  for (const family of pathFamilies) {
    const [end, right] = [family[from], family[wanted]]
    if (end !== undefined && right !== undefined && path.endsWith(end)) {
      return `${plain.origin}${plain.pathname.slice(0, -end.length)}${right}`
    }
  }
  return null
}

/** The address that is right by the metadata; null where it is not published. */
export const publishedFor = (step: EndpointStep, metadata: Metadata | null): string | null =>
  metadata?.[endpointFields[step]] ?? null

/** True for the address that metadata names for a client with a certificate. @see RFC 8705 §5 */
export const isAlias = (step: EndpointStep, url: string, metadata: Metadata | null): boolean =>
  step !== 'jwks' && isSameAddress(url, metadata?.mtls_endpoint_aliases?.[endpointFields[step]] ?? null)

/** The change of the setting that the request's address came from; none where it came from elsewhere. */
export function changeTo(
  { step, settings, request: { url } }: Pick<Case, 'step' | 'settings' | 'request'>,
  value: string | null,
): { change: { field: string; value: string } } | Record<string, never> {
  if (value === null || !isEndpointStep(step) || isSameAddress(value, null)) return {}
  const field = endpointFields[step]
  const set = settings?.[field] ?? ''
  return set === '' || isSameAddress(set, url) ? { change: { field, value } } : {}
}
