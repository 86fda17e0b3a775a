import type { ApiCall } from '../../../contract/api-call.ts'
import type { FlowResult } from '../../../contract/flow.ts'
import type { ApiCallOutcome } from '../../../contract/outcome.ts'
import type { Flow } from '../../core-context.ts'
import { callWithToken } from '../../flow/call-api.ts'
import { sendApiCall } from '../../flow/remembered.ts'
import { type Act, type ActDeps, type ActEnd, failed, passedOrNoted, type Situation } from '../act.ts'
import { withoutRevocation } from './revoke.ts'

type Answered = Extract<ApiCallOutcome, { kind: 'answered' }>

/** The API should let the token in; in `narrow`, turn away the one with fewer scopes. */
export const callAct: Act = {
  leftOut: withoutCall,
  run: (deps, situation, flow) =>
    callApi(deps, situation, flow, situation.choice.scenario === 'narrow' ? stateOfNarrowed : stateOfFirst),
}

/** The proof of a revocation: the API should turn the token away. */
export const callAgainAct: Act = {
  leftOut: (deps, situation) => withoutRevocation(deps, situation) ?? withoutCall(deps, situation),
  run: (deps, situation, flow) => callApi(deps, situation, flow, stateOfRevoked),
}

function withoutCall(_deps: ActDeps, { call }: Situation) {
  return call === null ? 'no_call' : null
}

function stateOfFirst({ status, findings }: Answered): ActEnd['state'] {
  return status < 400 ? passedOrNoted(findings) : 'failed'
}

function stateOfNarrowed({ status, challenge }: Answered): ActEnd['state'] {
  if (status < 400) return 'noted'
  return status === 403 || (status === 401 && challenge?.error === 'insufficient_scope') ? 'passed' : 'failed'
}

/** An API that checks tokens by itself accepts a revoked one until it ends. @see RFC 7009 §3 */
function stateOfRevoked({ status }: Answered): ActEnd['state'] {
  if (status < 400) return 'noted'
  return status === 401 || status === 403 ? 'passed' : 'failed'
}

async function callApi(
  deps: ActDeps,
  { choice: { environmentId }, call, narrowed }: Situation,
  flow: Flow,
  stateOf: (answered: Answered) => ActEnd['state'],
): Promise<ActEnd> {
  if (call === null) throw new Error('There is no call to make.')
  const request = requestOf(call)
  const outcome =
    narrowed === null
      ? await sendApiCall(deps, { environmentId, callId: call.id, request }, flow)
      : await callWithToken(deps, request, narrowed, flow)
  switch (outcome.kind) {
    case 'answered': {
      const { findings, exchangeId, tokenUse } = outcome
      const token = tokenUse === 'new' ? deps.session.tokens.get(environmentId)?.held.exchangeId : undefined
      const exchangeIds = token === undefined ? [exchangeId] : [token, exchangeId]
      return { state: stateOf(outcome), result: answered(outcome), findings, exchangeIds }
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

function answered({ status, statusText, challenge, findings, tokenUse }: Answered): FlowResult {
  const said = findings.find(({ evidence }) => evidence['error'] !== undefined)?.evidence
  const error = challenge?.error ?? said?.['error'] ?? null
  const error_description = challenge?.error_description ?? said?.['error_description'] ?? null
  return {
    kind: 'answered',
    status,
    statusText,
    error,
    error_description,
    scope: challenge?.scope ?? null,
    tokenUse,
  }
}

const requestOf = ({ method, url, body, contentType, followRedirects }: ApiCall) => ({
  method,
  url,
  body,
  contentType,
  followRedirects,
})
