import { isOfExpired } from '../../../common/of-expired.ts'
import { isWithoutToken } from '../../../common/without-token.ts'
import { requestOf } from '../../../common/request-of-call.ts'
import type { Exchange } from '../../../contract/exchange.ts'
import type { Finding } from '../../../contract/finding.ts'
import type { FlowResult } from '../../../contract/flow.ts'
import type { ApiCallOutcome } from '../../../contract/outcome.ts'
import type { Flow, FlowObserver } from '../../core-context.ts'
import { callWithToken } from '../../flow/call-api.ts'
import { tokenAsHeld, usableToken } from '../../flow/obtain-token.ts'
import { sendApiCall } from '../../flow/remembered.ts'
import { type Act, type ActDeps, type ActEnd, failed, passedOrNoted, type Situation, whyOf } from '../act.ts'
import { errorInBody } from '../said-in-body.ts'
import { notRevoked, withoutRevocation } from './revoke.ts'

type Answered = Extract<ApiCallOutcome, { kind: 'answered' }>

/** The API should let the token in; in `narrow`, turn away the one with fewer scopes. */
export const callAct: Act = {
  leftOut: withoutCall,
  run: (deps, situation, flow) =>
    callApi(deps, situation, flow, situation.choice.scenario === 'narrow' ? stateOfNarrowed : stateOfFirst),
}

/** The proof of a revocation: the API should turn the token away; this one, and not a new one that would take its place. */
export const callAgainAct: Act = {
  leftOut: (deps, situation) => withoutRevocation(deps, situation) ?? withoutCall(deps, situation),
  run: async (deps, situation, flow) =>
    notRevoked(deps, situation) ?? callApi(deps, situation, flow, stateOfRevoked, tokenAsHeld),
}

function withoutCall(_deps: ActDeps, { call }: Situation) {
  return call === null ? 'no_call' : null
}

/** What a state is made of. */
interface Said {
  status: number
  error: string | null
  findings: readonly Finding[]
}

function stateOfFirst({ status, findings }: Said): ActEnd['state'] {
  return status < 400 ? passedOrNoted(findings) : 'failed'
}

function stateOfNarrowed({ status, error }: Said): ActEnd['state'] {
  if (status < 400) return 'noted'
  return status === 403 || (status === 401 && error === 'insufficient_scope') ? 'passed' : 'failed'
}

/** An API that checks tokens by itself accepts a revoked one until it ends. @see RFC 7009 §3 */
function stateOfRevoked({ status, findings }: Said): ActEnd['state'] {
  if (status < 400 || isOfExpired(findings)) return 'noted'
  return status === 401 || status === 403 ? 'passed' : 'failed'
}

/** An answer that says nothing of the token proves nothing, with any status. */
const stateWithoutToken = ({ status }: Said): ActEnd['state'] => (status < 400 ? 'noted' : 'failed')

async function callApi(
  deps: ActDeps,
  { choice: { environmentId }, call, narrowed }: Situation,
  flow: Flow,
  stateOf: (said: Said) => ActEnd['state'],
  choose: typeof usableToken = usableToken,
): Promise<ActEnd> {
  if (call === null) throw new Error('There is no call to make.')
  const request = requestOf(call)
  let last: Exchange | null = null
  const noting = { ...flow, ...(flow.observer && { observer: seeing(flow.observer, (exchange) => (last = exchange)) }) }
  const outcome =
    narrowed === null
      ? await sendApiCall(deps, { environmentId, callId: call.id, request }, noting, { choose, mayRenew: false })
      : await callWithToken(deps, request, narrowed, noting)
  switch (outcome.kind) {
    case 'answered': {
      const { findings, exchangeId, tokenUse } = outcome
      // That of a token for this run alone is not of the call.
      const isRenewed = narrowed === null && tokenUse === 'new'
      const token = isRenewed ? deps.session.tokens.get(environmentId)?.held.exchangeId : undefined
      const exchangeIds = token === undefined ? [exchangeId] : [token, exchangeId]
      const result = answered(outcome, last && !isWithoutToken(findings) ? errorInBody(last) : null)
      const said = { ...result, findings }
      return {
        state: isWithoutToken(findings) ? stateWithoutToken(said) : stateOf(said),
        result,
        ...whyOf(outcome),
        exchangeIds,
      }
    }
    case 'no_token': {
      if (outcome.token.kind === 'issued') throw new Error('A token that was issued is one.')
      return failed(outcome.token)
    }
    case 'unreachable':
    case 'not_sent':
      return failed(outcome)
  }
}

function answered(
  { status, statusText, challenge, tokenUse }: Answered,
  inBody: ReturnType<typeof errorInBody>,
): Extract<FlowResult, { kind: 'answered' }> {
  const said = challenge === null || challenge.error === null ? inBody : challenge
  const { error = null, error_description = null } = said ?? {}
  return { kind: 'answered', status, statusText, error, error_description, scope: challenge?.scope ?? null, tokenUse }
}

/** Looks at each exchange on its way to the observer. */
const seeing = (observer: FlowObserver, look: (exchange: Exchange) => void): FlowObserver => ({
  ...observer,
  onExchange: (exchange, mask) => {
    look(exchange)
    observer.onExchange(exchange, mask)
  },
})
