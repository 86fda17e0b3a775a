import { endpointOf } from '../../common/endpoints.ts'
import { requestOf } from '../../common/request-of-call.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { prepareTokenRequest } from '../client/prepared-client.ts'
import type { Flow } from '../core-context.ts'
import { clientProblems } from '../environment/binding-problems.ts'
import type { Prepared } from '../environment/problems.ts'
import { prepareCall } from '../flow/call-api.ts'
import { prepareTokenCall } from '../flow/prepare-token-call.ts'
import { preparePublicRequest } from '../flow/public-request.ts'
import { methodOf } from '../flow/introspect.ts'
import type { ReviewCase } from '../review/case.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import type { Step } from './planned.ts'
import type { ProbeDeps } from './probing.ts'
import { callWithScope, safeCall } from './safe-call.ts'
import { withoutCertificate } from './stranger.ts'

/** Everything that keeps any of these steps from being sent, found before the first of them is. */
export async function preflight(
  deps: ProbeDeps,
  environment: CurrentEnvironment,
  kase: ReviewCase,
  steps: readonly Step[],
  flow: Flow,
): Promise<FieldProblem[]> {
  const found = new Map<string, FieldProblem>()
  for (const step of new Set(steps)) {
    const problems = await problemsOf(deps, environment, kase, step, flow)
    for (const problem of problems) found.set(JSON.stringify(problem), problem)
  }
  return [...found.values()]
}

const problemsIn = (prepared: Prepared<unknown>): readonly FieldProblem[] => (prepared.ok ? [] : prepared.problems)

/** Stands for a token that is not there yet. */
const token = { accessToken: 'none-yet' }

async function problemsOf(
  deps: ProbeDeps,
  environment: CurrentEnvironment,
  kase: ReviewCase,
  step: Step,
  flow: Flow,
): Promise<readonly FieldProblem[]> {
  const { value } = environment
  const method = value.token_endpoint_auth_method
  switch (step) {
    case 'request_token':
    case 'request_token_for_other_audience':
    case 'request_token_without_scope': {
      const at = { method, url: endpointOf(value, 'token_endpoint') }
      const problems = problemsIn(await prepareTokenRequest(deps, environment, flow.signal))
      return problems.length > 0 ? problems : clientProblems(deps, environment, at)
    }
    case 'introspect': {
      const asked = { purpose: 'introspection', method: methodOf(environment, value.introspection), token } as const
      return problemsIn(await prepareTokenCall(deps, environment, asked, flow))
    }
    case 'introspect_as_stranger': {
      const asked = { purpose: 'introspection', method: null, token } as const
      return problemsIn(await prepareTokenCall(deps, withoutCertificate(environment), asked, flow))
    }
    case 'revoke':
      return problemsIn(await prepareTokenCall(deps, environment, { purpose: 'revocation', method, token }, flow))
    case 'call_api':
    case 'call_without_token':
    case 'call_with_wrong_audience':
    case 'call_with_changed_token':
    case 'call_without_scope':
    case 'call_with_revoked_token': {
      const call = step === 'call_without_scope' ? (callWithScope(kase)?.call ?? null) : safeCall(kase)
      return call === null
        ? []
        : problemsIn(await prepareCall(deps, environment, { request: requestOf(call) }, flow.signal))
    }
    case 'read_metadata':
    case 'read_keys':
    case 'ask_by_http':
    case 'wrong_credentials':
      return problemsIn(await preparePublicRequest(deps, withoutCertificate(environment), 'discovery', flow))
  }
}
