import { endpointOf } from '../../../common/endpoints.ts'
import { isLoopbackHost } from '../../../common/loopback.ts'
import { resolveText } from '../../../common/variables/resolve.ts'
import { pathOf } from '../../../common/path-of.ts'
import type { ApiCall } from '../../../contract/api-call.ts'
import type { ReviewCase } from '../case.ts'

/** Something that requests go to: a setting by its path, or a saved call. */
export interface Destination {
  /** The path of the setting; what a call is called. */
  name: string
  kind: 'endpoint' | 'trust' | 'call'
  /** Whether credentials or a token go along. */
  isSecret: boolean
  url: URL
  /** The exchange that shows it, where the settings do not. */
  exchange: { exchangeId: string; at: number } | null
}

/** Everything that this environment sends to, as far as it can be read: texts that are no URL are left out. */
export function destinations(kase: ReviewCase): Destination[] {
  const { settings, calls } = kase
  const endpoint = (name: 'token_endpoint' | 'introspection_endpoint' | 'revocation_endpoint') =>
    destination({ name, kind: 'endpoint', isSecret: true }, endpointOf(settings, name))
  const trust = (name: 'issuer' | 'jwks_uri') => destination({ name, kind: 'trust', isSecret: false }, settings[name])
  return [
    ...endpoint('token_endpoint'),
    ...endpoint('introspection_endpoint'),
    ...endpoint('revocation_endpoint'),
    ...trust('issuer'),
    ...trust('jwks_uri'),
    ...calls.flatMap((call) => ofCall(call, kase)),
  ]
}

export const usesHttps = (kase: ReviewCase): boolean => destinations(kase).some(({ url }) => url.protocol === 'https:')

export const isHere = ({ url }: Pick<Destination, 'url'>): boolean => isLoopbackHost(url.hostname)

/** What is sent there can be read on the way. */
export const isInClear = (place: Pick<Destination, 'url'>): boolean => place.url.protocol === 'http:' && !isHere(place)

/** A call as it was sent last, which may have been redirected, and as it is now where its variables are known. */
function ofCall(call: ApiCall, { settings, exchanges }: ReviewCase): Destination[] {
  const sent = exchanges.find(({ callId, purpose }) => purpose === 'api' && callId === call.id)
  const known = settings.variables.filter(({ secret }) => !secret)
  const values = new Map(known.map(({ name, value }) => [name, value]))
  const { text } = resolveText(call.url, (value) => value, values, longestUrl)
  const common = { name: nameOf(call), kind: 'call', isSecret: call.authorization === 'environment' } as const
  const now = destination(common, text ?? '')
  if (sent === undefined) return now
  const asSent = destination(common, sent.url, sent)
  // Its variables may have other values now.
  return asSent.some(isInClear) || now.length === 0 ? asSent : now
}

const longestUrl = 10_000

const nameOf = ({ name, method, url }: ApiCall): string => (name === '' ? `${method} ${pathOf(url)}` : name)

function destination(
  common: Pick<Destination, 'name' | 'kind' | 'isSecret'>,
  text: string,
  sent: { exchangeId: string; at: number } | null = null,
): Destination[] {
  const url = URL.parse(text)
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return []
  const exchange = sent && { exchangeId: sent.exchangeId, at: sent.at }
  return [{ ...common, url, exchange }]
}
