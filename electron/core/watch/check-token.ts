import type { Verdict } from '../../contract/history.ts'
import type { Verification } from '../../contract/verification.ts'
import { recordVerification } from '../audit/record-token.ts'
import type { Flow, WithSession } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { keysFor } from '../flow/keys-for.ts'
import { type VerifyDeps, verifyToken } from '../flow/verify-token.ts'
import { hasWarning } from '../flow-run/act.ts'
import type { SessionToken } from '../session.ts'

type CheckDeps = VerifyDeps & Parameters<typeof recordVerification>[0] & WithSession<'watchFailures'>

/**
 * Verifies the signature and the claims of a token with the keys of its environment; what failed is recorded, once while it
 * stays the same: a watch has up to 1,440 turns a day. Null of an opaque token, which cannot be verified.
 */
export async function checkToken(
  deps: CheckDeps,
  environment: CurrentEnvironment,
  { accessToken, held }: SessionToken,
  flow: Flow,
): Promise<Verdict | null> {
  const { decoded } = held
  if (decoded.kind === 'opaque') return null
  const token = { accessToken, decoded, held }
  const verification = await verifyToken(deps, { token, environment }, keysFor(decoded), flow)
  // A key is not given.
  if (!verification.ok) return 'noted'
  if (isNews(deps, environment.id ?? '', verification.value))
    recordVerification(deps, environment.id, verification.value)
  return verdictOf(verification.value)
}

function verdictOf({ verdict, checks, findings }: Verification): Verdict {
  if (verdict === 'not_genuine' || checks.some(({ result }) => result === 'failed')) return 'failed'
  return verdict === 'genuine' && !hasWarning(findings) ? 'good' : 'noted'
}

function isNews(
  { session: { watchFailures } }: WithSession<'watchFailures'>,
  id: string,
  { checks }: Verification,
): boolean {
  const failed = checks.flatMap(({ name, result }) => (result === 'failed' ? [name] : [])).join(' ')
  const before = watchFailures.get(id)
  watchFailures.set(id, failed)
  return failed !== before
}
