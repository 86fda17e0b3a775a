import { memberOf, readableHeader, stringOf } from '../../../common/json-source.ts'
import type { DecodedToken } from '../../../contract/decoded-token.ts'
import type { KeySource, Verification } from '../../../contract/verification.ts'
import type { Flow } from '../../core-context.ts'
import { verifyReferred } from '../../flow/verify-referred.ts'
import { type Act, type ActDeps, type ActEnd, failed, hasWarning, type Situation } from '../act.ts'

export const verifyAct: Act = {
  leftOut: ({ session }, { choice }) =>
    session.tokens.get(choice.environmentId)?.held.decoded.kind === 'opaque' ? 'opaque_token' : null,
  run: verify,
}

async function verify(deps: ActDeps, { choice: { environmentId } }: Situation, flow: Flow): Promise<ActEnd> {
  const decoded = deps.session.tokens.get(environmentId)?.held.decoded ?? null
  const token = { kind: 'held', environmentId } as const
  const outcome = await verifyReferred(deps, { token, environmentId, keys: keysFor(decoded) }, flow)
  if (outcome.kind === 'not_sent') return failed(outcome)
  const { verdict, checks, findings, exchangeId } = outcome.verification
  return {
    state: stateOf(outcome.verification),
    result: {
      kind: 'verified',
      verdict,
      kid: decoded === null ? null : headerOf(decoded, 'kid'),
      checks: checks.filter(({ result }) => result !== 'passed'),
    },
    findings,
    exchangeIds: exchangeId === null ? [] : [exchangeId],
  }
}

/** A genuine token may still have expired, or be for another audience. */
function stateOf({ verdict, checks, findings }: Verification): ActEnd['state'] {
  if (verdict === 'not_genuine') return 'failed'
  const isFlawed = checks.some(({ result }) => result === 'failed') || hasWarning(findings)
  return verdict === 'genuine' && !isFlawed ? 'passed' : 'noted'
}

/** The key set of the environment; the client secret for what was signed with one. */
function keysFor(decoded: DecodedToken | null): KeySource {
  const alg = decoded === null ? null : headerOf(decoded, 'alg')
  return alg !== null && /^HS\d/.test(alg) ? { kind: 'client_secret' } : { kind: 'jwks', fresh: false }
}

function headerOf(decoded: DecodedToken, name: 'alg' | 'kid'): string | null {
  const header = readableHeader(decoded)
  return header && stringOf(memberOf(header, name)?.source)
}
