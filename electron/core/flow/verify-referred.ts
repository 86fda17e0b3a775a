import type { AuditDeps } from '../audit/record.ts'
import { recordVerification } from '../audit/record-token.ts'
import type { CallInput } from '../../contract/calls.ts'
import type { TokenReference, VerificationOutcome } from '../../contract/verification.ts'
import type { Flow, WithSession, WithWorkspace } from '../core-context.ts'
import { type CurrentEnvironment, type EnvironmentDeps, findEnvironment } from '../environment/current-environment.ts'
import { environmentGone, noPreviousToken, notPrepared, noToken, type Prepared } from '../environment/problems.ts'
import { type ReferredToken, resolveToken } from './resolve-token.ts'
import { type VerifyDeps, verifyToken } from './verify-token.ts'

type ReferredDeps = EnvironmentDeps & WithWorkspace<'environments'> & WithSession<'tokens' | 'previousTokens'>

/** A token, and the environment that it is compared with, where one is given. */
export function findReferred(
  deps: ReferredDeps,
  reference: TokenReference,
  environmentId: string | null,
): Prepared<{ token: ReferredToken; environment: CurrentEnvironment | null }> {
  const token = resolveToken(deps, reference)
  if (token === null) return notPrepared(reference.kind === 'previous' ? noPreviousToken : noToken)
  const environment = environmentId === null ? null : findEnvironment(deps, environmentId)
  if (environmentId !== null && environment === null) return notPrepared(environmentGone)
  return { ok: true, value: { token, environment } }
}

/** Checks a token. It is sent nowhere. */
export async function verifyReferred(
  deps: VerifyDeps & ReferredDeps & AuditDeps & WithWorkspace<'unrecorded'>,
  { token, environmentId, keys }: CallInput<'verifyToken'>,
  flow: Flow,
): Promise<VerificationOutcome> {
  const found = findReferred(deps, token, environmentId)
  const verification = found.ok ? await verifyToken(deps, found.value, keys, flow) : found
  // A pasted token is nobody's.
  if (verification.ok && token.kind !== 'pasted') recordVerification(deps, token.environmentId, verification.value)
  return verification.ok
    ? { kind: 'verified', verification: verification.value }
    : { kind: 'not_sent', problems: verification.problems }
}
