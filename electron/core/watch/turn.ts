import { endpointOf, hasClientCertificate } from '../../common/endpoints.ts'
import { requestOf } from '../../common/request-of-call.ts'
import type { Finding } from '../../contract/finding.ts'
import type { Verdict } from '../../contract/history.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import { secretNameSchema } from '../../contract/secret.ts'
import type { Watch } from '../../contract/watch.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { withSandboxApi } from '../environment/sandbox-overlay.ts'
import type { CallContext, Flow, WithSession, WithWorkspace } from '../core-context.ts'
import { heldToken } from '../flow/asked-token.ts'
import { callWithToken } from '../flow/call-api.ts'
import { introspect } from '../flow/introspect.ts'
import { tokenForOneUse } from '../flow/obtain-token.ts'
import type { RememberedDeps } from '../flow/remembered.ts'
import { sourceOf } from '../secrets/source.ts'
import type { VerifyDeps } from '../flow/verify-token.ts'
import { checkToken } from './check-token.ts'
import type { Turn } from './scheduler.ts'

export type TurnDeps = RememberedDeps &
  VerifyDeps &
  WithSession<'flowRuns' | 'watchFailures'> &
  WithWorkspace<'apiCalls'>

/**
 * A turn of a watch: a token for this turn alone, so that the environment holds what it held; it is verified, and what is to be sent
 * with it is sent.
 * It asks nobody for anything.
 */
export async function takeTurn(deps: TurnDeps, watch: Watch, context: CallContext): Promise<Turn> {
  const flow: Flow = { ...context, isOfWatch: true }
  const environment = findEnvironment(deps, watch.environmentId)
  if (environment === null) return { kind: 'gone' }
  if (deps.session.flowRuns.has(watch.environmentId)) return { kind: 'paused', why: 'busy' }
  // What a person answered is for their next request, and not for this one.
  const asks = secretNameSchema.options.some((name) => sourceOf(environment.value, name).kind === 'ask')
  if (asks) return { kind: 'paused', why: 'secret_asked' }
  const usable = await tokenForOneUse(deps, environment, flow)
  if (usable.kind === 'none') {
    const { outcome } = usable
    return outcome.kind === 'not_sent' ? leftOut(outcome.problems) : { kind: 'done', verdict: 'failed' }
  }
  const verdicts: Verdict[] = [usable.outcome.kind === 'issued' ? ofFindings(usable.outcome.findings) : 'failed']
  const checked = await checkToken(deps, environment, usable.token, flow)
  if (checked !== null) verdicts.push(checked)
  if (watch.introspects && endpointOf(environment.value, 'introspection_endpoint') !== '') {
    const style = environment.value.introspection
    const outcome = await introspect(deps, environment, heldToken(usable.token), style, flow)
    if (outcome.kind === 'not_sent') return leftOut(outcome.problems)
    verdicts.push(outcome.kind === 'active' ? ofFindings(outcome.findings) : 'failed')
  }
  const call = watch.callId === null ? null : deps.workspace.apiCalls.get(watch.callId)
  if (call !== null && call.environmentId === watch.environmentId) {
    const present = withSandboxApi(call, deps.sandbox.facts(), hasClientCertificate(environment.value))
    const outcome = await callWithToken(deps, requestOf(present), usable, { ...flow, callId: call.id })
    if (outcome.kind === 'not_sent') return leftOut(outcome.problems)
    const isGood = outcome.kind === 'answered' && outcome.status < 400
    verdicts.push(isGood ? ofFindings(outcome.findings) : 'failed')
  }
  return { kind: 'done', verdict: worst(verdicts) }
}

/** What a person has to settle is left until they are there. */
function leftOut(problems: readonly FieldProblem[]): Turn {
  const remedies = new Set(problems.map(({ remedy }) => remedy?.kind))
  return { kind: 'paused', why: remedies.has('unlock') ? 'storage_locked' : 'not_ready' }
}

const ofFindings = (findings: readonly Finding[]): Verdict =>
  findings.some(({ severity }) => severity !== 'info') ? 'noted' : 'good'

const worst = (verdicts: readonly Verdict[]): Verdict =>
  (['failed', 'noted'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'good'
