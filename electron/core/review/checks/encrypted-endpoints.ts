import type { Seen } from '../../../contract/review.ts'
import { type Judged, judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'
import { type Destination, destinations, isHere, isInClear } from '../parts/destinations.ts'
import { worstFirst } from '../parts/worst-first.ts'

/**
 * Whether what is sent and trusted is encrypted on its way; on this computer it need not be.
 * @see RFC 6749 §3.2, RFC 6750 §5.2, RFC 7662 §2, RFC 7009 §2, RFC 8414 §6.1, RFC 8252 §8.3
 */
export const encryptedEndpoints: ReviewCheck = {
  name: 'encrypted_endpoints',
  look: (kase) => {
    const all = destinations(kase)
    const [first, ...others] = worstFirst(all.filter(isInClear).map(ofOne))
    if (first !== undefined) return [first, ...others]
    // An issuer alone receives nothing.
    if (all.every(({ kind }) => kind === 'trust')) return [judged('endpoints_not_set', [])]
    const count = { count: String(all.length) }
    const isAllEncrypted = all.every(({ url }) => url.protocol === 'https:')
    return [
      isAllEncrypted
        ? judged('endpoints_encrypted', onePerOrigin(all), count)
        : judged('endpoints_on_this_computer', onePerOrigin(all.filter(isHere)), count),
    ]
  },
}

function ofOne(place: Destination): Judged {
  const { kind, name, url, isSecret } = place
  const seen = [seenOf(place)]
  const evidence = { name, host: url.host }
  if (kind === 'endpoint') return judged('endpoint_not_encrypted', seen, evidence)
  if (kind === 'call')
    return judged(isSecret ? 'call_not_encrypted' : 'call_without_token_not_encrypted', seen, evidence)
  return judged('trust_not_encrypted', seen, { ...evidence, name: name === 'issuer' ? 'issuer' : 'jwks_uri' })
}

/** The first of each origin: what is safe need not be shown one by one. */
function onePerOrigin(places: readonly Destination[]): Seen[] {
  const origins = new Map<string, Seen>()
  for (const { name, url } of places) {
    if (!origins.has(url.origin)) origins.set(url.origin, seenHere('setting', name, url.origin))
  }
  return [...origins.values()]
}

/** Without its query, which may hold what is nobody's business. */
function seenOf({ name, url, exchange }: Destination): Seen {
  const value = `${url.origin}${url.pathname}`
  return exchange === null ? seenHere('setting', name, value) : seenIn(exchange, 'setting', name, value)
}
