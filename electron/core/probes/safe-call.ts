import { mostUrl, resolveText } from '../../common/variables/resolve.ts'
import { typedScopes } from '../../common/scope.ts'
import type { ApiCall } from '../../contract/api-call.ts'
import type { PlannedRequest } from '../../contract/review.ts'
import type { ReviewCase } from '../review/case.ts'
import { planned, type Step, timesWithProof } from './planned.ts'

/** Saved calls that only read, with the token of the environment; those that worked last come first. */
export function safeCalls({ calls, exchanges }: Pick<ReviewCase, 'calls' | 'exchanges'>): ApiCall[] {
  const worked = new Set(
    exchanges.flatMap(({ callId, answer }) =>
      callId !== null && answer !== null && answer.status >= 200 && answer.status < 300 ? [callId] : [],
    ),
  )
  const safe = calls.filter(
    ({ method, authorization }) => (method === 'GET' || method === 'HEAD') && authorization === 'environment',
  )
  return safe.toSorted((one, other) => Number(worked.has(other.id)) - Number(worked.has(one.id)))
}

export const safeCall = (kase: ReviewCase): ApiCall | null => safeCalls(kase)[0] ?? null

/** A call, and what is requested without the scopes that it needs. */
export interface CallWithScope {
  call: ApiCall
  leftOut: string
  remaining: string
}

/** Null where no call needs a scope that is requested, or the call needs all of them. */
export function callWithScope(kase: ReviewCase): CallWithScope | null {
  const requested = typedScopes(kase.settings.scope)
  for (const call of safeCalls(kase)) {
    const needed = typedScopes(call.scope)
    const leftOut = requested.filter((scope) => needed.includes(scope))
    const remaining = requested.filter((scope) => !needed.includes(scope))
    if (leftOut.length > 0 && remaining.length > 0) {
      return { call, leftOut: leftOut.join(' '), remaining: remaining.join(' ') }
    }
  }
  return null
}

/** By its name, else by its method and path. */
export const nameOfCall = ({ name, method, url }: ApiCall): string =>
  (name === '' ? `${method} ${url.split(/[?#]/)[0]}` : name).slice(0, 200)

/** Where a call goes, as far as its variables are known here: those of the workspace, and secret ones, are not. */
export function urlOfCall({ settings }: Pick<ReviewCase, 'settings'>, { url }: Pick<ApiCall, 'url'>): string {
  const known = settings.variables.filter(({ secret }) => !secret)
  const values = new Map(known.map(({ name, value }) => [name, value]))
  return resolveText(url, (value) => value, values, mostUrl).text ?? url
}

export function callRequest(
  kase: ReviewCase,
  call: ApiCall,
  step: Step,
  carries: PlannedRequest['carries'] = 'token',
): PlannedRequest {
  const times = carries === 'nothing' ? 1 : timesWithProof(kase.settings)
  return planned(step, call.method, urlOfCall(kase, call), carries, times)
}

/** The call with the right token, then without any: only a call that needs a token shows what a token does. */
export const provingRequests = (kase: ReviewCase, call: ApiCall): PlannedRequest[] => [
  callRequest(kase, call, 'call_api'),
  callRequest(kase, call, 'call_without_token', 'nothing'),
]
