import type { RevocationOutcome } from '../../contract/outcome.ts'
import type { Flow } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { buildRevocationRequest, judgeRevocationResponse } from '../oauth/revocation.ts'
import { type PerformDeps, perform } from './perform.ts'
import { prepareTokenCall, type TokenCallDeps } from './prepare-token-call.ts'

/** Revokes the held token. It stays held, to see what an API says of it. @see RFC 7009 §2 */
export async function revoke(
  deps: TokenCallDeps & PerformDeps,
  environment: CurrentEnvironment,
  flow: Flow,
): Promise<RevocationOutcome> {
  const { id, value } = environment
  const asked = { purpose: 'revocation', method: value.token_endpoint_auth_method } as const
  const prepared = await prepareTokenCall(deps, environment, asked, flow)
  if (!prepared.ok) return { kind: 'not_sent', problems: prepared.problems }
  const { token, endpoint, credentials, context } = prepared.value
  const request = await buildRevocationRequest(endpoint, token.accessToken, credentials, deps)
  return perform(deps, context, request, ({ transcript }) => {
    const outcome = judgeRevocationResponse(transcript)
    const { tokens } = deps.session
    if (outcome.kind === 'accepted' && id !== null && tokens.get(id) === token) {
      tokens.set(id, { ...token, held: { ...token.held, revokedAt: deps.now() } })
      deps.notify({ kind: 'tokens_changed' })
    }
    return outcome
  })
}
