import type { FlowResult, LeftOut } from '../../contract/flow.ts'
import { verdictSentence } from '../checks.ts'
import { joined } from './facts.ts'
import { asIn4B } from './introspection.ts'

/** What verifying would compare. */
export const verificationPlan = 'Signature, issuer, audience, times, as in 4B'
export const withoutKeys = 'No JWKS URI: the signature cannot be checked, as in 4B'

export const verificationLeftOut = (reason: LeftOut | null): string =>
  reason === 'opaque_token' ? 'The token is opaque: only introspection says what it holds' : verificationPlan

type Verified = Extract<FlowResult, { kind: 'verified' }>

/**
 * The verdict in short. Of the checks a run keeps those that did not pass, so a signature that is not among them is valid.
 */
export function verdictWord({ verdict, checks }: Pick<Verified, 'verdict' | 'checks'>): string {
  if (verdict !== 'other_issuer') return verdictSentence({ verdict, checks })
  return checks.some(({ name }) => name === 'signature')
    ? 'issuer does not match, signature not checked'
    : 'signature valid, issuer does not match'
}

/** `Genuine, key 3f9a… · as in 4B`. */
export function verifiedFact({ verdict, kid, checks }: Verified): string {
  const key = verdict !== 'genuine' || kid === null ? '' : `, key ${kid.length > 8 ? `${kid.slice(0, 4)}…` : kid}`
  const [word = '', ...rest] = verdictWord({ verdict, checks }).split(', ')
  const words = [`${word.slice(0, 1).toUpperCase()}${word.slice(1)}${key}`, ...rest].join(', ')
  return joined([words, asIn4B])
}
