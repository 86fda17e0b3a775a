import { memberOf, readableClaims, readableHeader, stringListOf, stringOf } from '../../../common/json-source.ts'
import type { FlowResult } from '../../../contract/flow.ts'
import type { TokenOutcome } from '../../../contract/outcome.ts'
import type { HeldToken } from '../../../contract/token.ts'
import type { Flow } from '../../core-context.ts'
import { requestToken, reuseToken } from '../../flow/remembered.ts'
import { type Act, type ActDeps, type ActEnd, failed, passedOrNoted, type Situation } from '../act.ts'
import { narrowedToken } from '../narrowed-token.ts'

export const tokenAct: Act = { leftOut: () => null, run: obtain }

async function obtain(deps: ActDeps, situation: Situation, flow: Flow): Promise<ActEnd> {
  const { environmentId, scenario, tokenChoice, scope } = situation.choice
  if (scenario === 'narrow') {
    const usable = await narrowedToken(deps, environmentId, scope, flow)
    situation.narrowed = usable.kind === 'token' ? usable : null
    return requested(usable.outcome)
  }
  if (tokenChoice === 'new') return requested(await requestToken(deps, { environmentId }, flow))
  const got = await reuseToken(deps, { environmentId }, flow)
  if (got.use === 'new') return requested(got.outcome)
  return { state: 'passed', result: resultOf(got.token, 'reused'), findings: [], exchangeIds: [] }
}

function requested(outcome: TokenOutcome): ActEnd {
  if (outcome.kind !== 'issued') return failed(outcome)
  const { token, findings, exchangeId } = outcome
  return { state: passedOrNoted(findings), result: resultOf(token, 'new'), findings, exchangeIds: [exchangeId] }
}

function resultOf(token: HeldToken, use: 'reused' | 'new'): FlowResult {
  const { token_type, decoded, expires_in, lifetime, scopeAsked, scopeGranted, binding } = token
  const [header, claims] = [readableHeader(decoded), readableClaims(decoded)]
  return {
    kind: 'token',
    use,
    token_type,
    format: decoded.kind,
    alg: header && stringOf(memberOf(header, 'alg')?.source),
    expires_in,
    expiresAt: lifetime.expiresAt,
    scopeAsked,
    scopeGranted,
    audience: (claims && stringListOf(memberOf(claims, 'aud')?.source)) ?? [],
    binding: binding?.kind ?? null,
  }
}
