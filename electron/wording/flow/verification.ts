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

/** `Genuine, key 3f9a… · as in 4B`. */
export function verifiedFact({ verdict, kid, checks }: Verified): string {
  const sentence = verdictSentence({ verdict, checks })
  const key = verdict !== 'genuine' || kid === null ? '' : `, key ${kid.length > 8 ? `${kid.slice(0, 4)}…` : kid}`
  const [word = '', ...rest] = sentence.split(', ')
  const words = [`${word.slice(0, 1).toUpperCase()}${word.slice(1)}${key}`, ...rest].join(', ')
  return joined([words, asIn4B])
}
