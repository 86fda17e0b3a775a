import { presetOf } from '../../catalogue/providers.ts'
import type { FlowPlan, FlowResult } from '../../contract/flow.ts'
import { maxFlowText } from '../../vocabulary/flow.ts'
import { countdown } from '../countdown.ts'
import { joined, scopesIn } from './facts.ts'

export type TokenResult = Extract<FlowResult, { kind: 'token' }>

/** What the token answer would hold, as far as is known before it came. */
export function expectedToken({ hasProof, provider }: Pick<FlowPlan, 'hasProof' | 'provider'>): string {
  const preset = presetOf(provider)
  const seconds = preset?.usualLifetime
  return joined([
    hasProof ? 'DPoP' : 'Bearer',
    seconds === undefined ? '' : `usually ${seconds} s at ${preset?.name ?? provider}`,
  ])
}

const formats: Readonly<Record<string, string>> = { jws: 'JWT', jwe: 'encrypted JWT', opaque: 'opaque' }

/** What came: how it is signed, how long it lives, how many of the scopes asked for it has. */
export function tokenFacts(result: TokenResult): string {
  const { alg, format, expires_in, binding } = result
  return joined([
    alg ?? formats[format] ?? format,
    expires_in === null ? 'lifetime not given' : `${expires_in.replaceAll('"', '')} s`,
    grantedFact(result),
    binding === null ? '' : binding === 'dpop' ? 'bound to the DPoP key' : 'bound to the certificate',
  ])
}

/** An answer without `scope` grants what was asked for. @see RFC 6749 §5.1 */
function grantedFact({ scopeAsked, scopeGranted }: TokenResult): string {
  // A run keeps the beginning of a long text, which is not to be counted.
  if ([scopeAsked, scopeGranted ?? ''].some(({ length }) => length > maxFlowText)) return 'more scopes than fit here'
  const asked = scopesIn(scopeAsked)
  const granted = scopesIn(scopeGranted ?? scopeAsked)
  if (asked.length === 0) return granted.length === 0 ? '' : `${counted(granted.length)}, none requested`
  const held = asked.filter((name) => granted.includes(name)).length
  const more = granted.filter((name) => !asked.includes(name)).length
  return `${held} of ${counted(asked.length)}${more === 0 ? '' : ` and ${more} more`}`
}

const counted = (count: number): string => `${count} ${count === 1 ? 'scope' : 'scopes'}`

/** `Used the current token (09:45 left)`; `at` is when, in milliseconds since 1970. */
export function reusedFact({ expiresAt }: Pick<TokenResult, 'expiresAt'>, at: number | null): string {
  return expiresAt === null || at === null
    ? 'Used the current token'
    : `Used the current token (${countdown(expiresAt - at)} left)`
}
