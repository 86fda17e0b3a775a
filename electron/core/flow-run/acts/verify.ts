import type { Verification } from '../../../contract/verification.ts'
import type { Flow } from '../../core-context.ts'
import { headerOf, keysFor } from '../../flow/keys-for.ts'
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
