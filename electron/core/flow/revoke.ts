import { type AuditDeps, recordDone } from '../audit/record.ts'
import { tokenFingerprint } from '../token/token-fingerprint.ts'
import type { RevocationOutcome } from '../../contract/outcome.ts'
import type { Flow, WithSession } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { tokenOfCase } from './facts/token-of-case.ts'
import { buildRevocationRequest, judgeRevocationResponse } from '../oauth/revocation.ts'
import { aboutToken, diagnosed, type DiagnoseDeps } from './diagnose-outcome.ts'
import { type PerformDeps, perform } from './perform.ts'
import { prepareTokenCall, type TokenCallDeps } from './prepare-token-call.ts'

/** Revokes the held token. It stays held, to see what an API says of it. @see RFC 7009 §2 */
export async function revoke(
  deps: TokenCallDeps & PerformDeps & DiagnoseDeps & AuditDeps & WithSession<'tokens'>,
  environment: CurrentEnvironment,
  flow: Flow,
): Promise<RevocationOutcome> {
  const { id, value } = environment
  const { tokens } = deps.session
  const token = id === null ? undefined : tokens.get(id)
  const asked = { purpose: 'revocation', method: value.token_endpoint_auth_method, token } as const
  const prepared = await prepareTokenCall(deps, environment, asked, flow)
  if (!prepared.ok) return { kind: 'not_sent', problems: prepared.problems }
  const { endpoint, credentials, context } = prepared.value
  const revoked = prepared.value.token
  const request = await buildRevocationRequest(endpoint, revoked.accessToken, credentials, deps)
  return perform(deps, context, request, (performed) => {
    const outcome = judgeRevocationResponse(performed.transcript)
    if (outcome.kind !== 'accepted') {
      return diagnosed(deps, context, performed, outcome, aboutToken(tokenOfCase(revoked.held.decoded)))
    }
    recordDone(deps, 'token_revoked', id, { token: tokenFingerprint(revoked.accessToken) })
    if (id !== null && tokens.get(id) === revoked) {
      tokens.set(id, { ...revoked, held: { ...revoked.held, revokedAt: deps.now() } })
      deps.notify({ kind: 'tokens_changed' })
    }
    return outcome
  })
}
