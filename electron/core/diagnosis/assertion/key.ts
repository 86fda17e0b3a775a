import { cause, type Cause } from '../check.ts'
import type { Case } from '../case.ts'
import type { AssertionFacts } from '../facts/assertion-facts.ts'

const seen = { basis: 'seen', confidence: 'likely' } as const
const guess = { basis: 'experience', confidence: 'possible' } as const

/** How the assertion is signed, and whether it names its key. @see RFC 7515 §4.1 */
export function keyOf(kase: Case, { alg, kid, hasThumbprint }: AssertionFacts): Cause[] {
  const supported = kase.metadata?.token_endpoint_auth_signing_alg_values_supported ?? null
  const shown = { ...(alg !== null && { alg }) }
  if (alg === null || alg.toLowerCase() === 'none')
    return [cause(kase, 'assertion_algorithm', { basis: 'seen', confidence: 'certain' }, { alg: 'none' })]
  if (supported !== null && !supported.includes(alg))
    return [cause(kase, 'assertion_algorithm', seen, { alg, supported: supported.slice(0, 12).join(', ') })]
  if (alg.startsWith('HS')) return []
  return [
    cause(
      kase,
      'key_not_registered',
      { basis: 'code', confidence: 'possible' },
      { ...shown, ...(kid !== null && { kid }) },
    ),
    ...(kid === null && !hasThumbprint ? [cause(kase, 'assertion_kid_missing', guess, {})] : []),
  ]
}
