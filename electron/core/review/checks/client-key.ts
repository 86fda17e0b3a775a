import type { KeyFacts, ReviewCase } from '../case.ts'
import { judged, type ReviewCheck, seenHere } from '../check.ts'
import { credentialOf, fieldOf } from '../parts/credential.ts'
import { strengthOf } from '../parts/key-strength.ts'

/** Whether the keys that the client authenticates with are long enough. @see RFC 7518 §3.3 */
export const clientKey: ReviewCheck = {
  name: 'client_key',
  look: (kase) => {
    const [one, ...rest] = keysOf(kase)
    if (one === undefined) return [judged('client_key_not_used', [])]
    const used = [one, ...rest]
    const strengths = used.map(({ field, key }) => ({ field, strength: key === null ? null : strengthOf(key) }))
    const known = strengths.flatMap(({ field, strength }) => (strength === null ? [] : [{ field, ...strength }]))
    const weak = known.find(({ isWeak }) => isWeak)
    const [first] = weak === undefined ? known : [weak]
    if (first === undefined) return [judged('client_key_not_readable', [], { field: one.field })]
    const seen = [seenHere('setting', first.field, first.key)]
    return [
      judged(first.isWeak ? 'client_key_weak' : 'client_key_strong', seen, { key: first.key, field: first.field }),
    ]
  },
}

/** Each key by the field where it is set; null where it cannot be read without asking. */
function keysOf(kase: ReviewCase): { field: string; key: KeyFacts | null }[] {
  const { settings, certificate, clientKey } = kase
  const credential = credentialOf(settings)
  return [
    ...(credential === 'private_key' ? [{ field: fieldOf('private_key', settings), key: clientKey }] : []),
    ...(credential === 'client_certificate' || certificate !== null
      ? [{ field: fieldOf('client_certificate', settings), key: certificate?.key ?? null }]
      : []),
  ]
}
