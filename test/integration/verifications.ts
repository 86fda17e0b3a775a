import type { KeySource, TokenReference, Verification } from '../../electron/contract/verification.ts'
import { context, type TestApi } from './test-api.ts'

export const jwks: KeySource = { kind: 'jwks', fresh: false }
export const pasted = (token: string): TokenReference => ({ kind: 'pasted', token })

/** Verifies a token, and fails when nothing came of it. */
export async function verify(
  { api }: TestApi,
  token: TokenReference,
  environmentId: string | null,
  keys: KeySource = jwks,
  signal = context.signal,
): Promise<Verification> {
  const outcome = await api.verifyToken({ token, environmentId, keys }, { ...context, signal })
  if (outcome.kind !== 'verified') throw new Error(JSON.stringify(outcome.problems))
  return outcome.verification
}

/** How the signature was judged, and with what keys. */
export function verdictOf({ verdict, checks, keys, exchangeId, findings }: Verification) {
  const signature = checks.find(({ name }) => name === 'signature')
  return {
    verdict,
    reason: signature?.reason,
    fetch: keys?.fetch,
    fetched: exchangeId !== null,
    findings: findings.map(({ code }) => code),
  }
}
