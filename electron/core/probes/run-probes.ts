import { isDeepStrictEqual } from 'node:util'
import type { CallInput, CallOutput } from '../../contract/calls.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { ProbeResult } from '../../contract/review.ts'
import { type Probe, probes } from '../../vocabulary/review.ts'
import type { CallContext, Flow, FlowObserver, WithSession, WithWorkspace } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { secretsOfRun } from '../flow-run/one-time-secrets.ts'
import { problem, problemAt } from '../problem.ts'
import type { ReviewCase } from '../review/case.ts'
import { systemFailureOf } from '../system-failure.ts'
import { broken, unclear } from './broken.ts'
import { countOf, type Plan, type Step } from './planned.ts'
import { preflight } from './preflight.ts'
import type { Found } from './probe.ts'
import type { ProbeDeps, Probing } from './probing.ts'
import { runners } from './runners.ts'
import { probeSettingsOf } from './settings-digest.ts'

export type RunProbesDeps = ProbeDeps & WithSession<'probing'> & WithWorkspace<'probeResults'>

type Outcome = CallOutput<'runProbes'>

/**
 * Sends the requests of these probes, one probe after the other, and keeps what each found. Nothing leaves this computer
 * unless the requests are those that were announced, production was confirmed, and every request may be sent.
 */
export async function runProbes(
  deps: RunProbesDeps,
  environment: CurrentEnvironment,
  kase: ReviewCase,
  input: CallInput<'runProbes'>,
  context: CallContext,
): Promise<Outcome> {
  const chosen = probes.filter((probe) => input.probes.includes(probe))
  const plans = chosen.map((probe) => ({ probe, plan: runners[probe].plan(kase) }))
  const requests = plans.flatMap(({ plan }) => (plan.kind === 'requests' ? plan.requests : []))
  const isPlanned = plans.every(({ plan }) => plan.kind === 'requests')
  if (!isPlanned || !isDeepStrictEqual(requests, input.announced)) return { kind: 'other_plan' }
  if (kase.settings.stage === 'production' && !input.isProductionConfirmed) return { kind: 'production' }
  const { probing } = deps.session
  if (probing.has(kase.id)) {
    return { kind: 'not_sent', problems: [problemAt('environmentId', problem('probes_running'))] }
  }
  probing.add(kase.id)
  const secrets = secretsOfRun(deps, kase.id)
  try {
    const steps = requests.map(({ step }) => step)
    const total = plans.reduce((sum, { plan }) => sum + countOf(plan), 0)
    const flow: Flow = { ...context, isOfProbe: true }
    const problems = await preflight(deps, environment, kase, steps, flow)
    if (problems.length > 0) return { kind: 'not_sent', problems }
    const run = { deps, environment, kase, input, flow, giveSecrets: secrets.giveAgain, total, hidden: [], sent: 0 }
    for (const { probe, plan } of plans) {
      if (context.signal.aborted || !maySend(run)) break
      keep(deps, kase, await runOne(run, probe, plan))
    }
    return { kind: 'done', sent: run.sent }
  } finally {
    secrets.forget()
    probing.delete(kase.id)
  }
}

/** What the probes of one click share; `sent` counts the requests that left so far. */
interface Run {
  deps: RunProbesDeps
  environment: CurrentEnvironment
  kase: ReviewCase
  input: CallInput<'runProbes'>
  flow: Flow
  giveSecrets: () => void
  total: number
  /** Tokens that were issued, and secrets that were sent. */
  hidden: string[]
  sent: number
}

/** Not in an environment that was deleted, or became production, since the click. */
function maySend({ deps, kase, input }: Pick<Run, 'deps' | 'kase' | 'input'>): boolean {
  const stored = deps.workspace.environments.get(kase.id)
  return stored !== null && (stored.value.stage !== 'production' || input.isProductionConfirmed)
}

async function runOne(run: Run, probe: Probe, plan: Plan): Promise<ProbeResult> {
  const { deps, environment, kase, input, flow } = run
  let step: Step | null = null
  let last: Exchange | null = null
  let left = countOf(plan)
  const observer: FlowObserver = {
    onRequest: () => {
      // More than was announced is never sent, no matter what a server asks for.
      if (left === 0 || !maySend(run)) throw new TypeError('unannounced')
      left -= 1
      const { flowId } = flow
      deps.notify({
        kind: 'probe_progress',
        flowId,
        probe,
        step: step ?? 'request_token',
        sent: run.sent,
        of: run.total,
      })
      return () => {}
    },
    onExchange: (exchange) => {
      last = exchange
      if (exchange.sent !== 'no') run.sent += 1
    },
  }
  const probing: Probing = {
    environment,
    kase,
    signal: flow.signal,
    otherAudience: input.otherAudience,
    hide: (...texts) => run.hidden.push(...texts),
    begin: (begun) => {
      step = begun
      last = null
      run.giveSecrets()
      return { ...flow, observer, hidden: [...run.hidden] }
    },
    last: () => last,
  }
  const found: Found = await runners[probe].run(deps, probing).catch(() => unclear(broken('not_sent'), {}))
  const { result, evidence, seen } = found
  return { probe, at: deps.now(), result, evidence: textsOf(evidence), seen: seen.slice(0, mostSeen) }
}

const mostSeen = 20

const textsOf = (evidence: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(evidence).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )

/** Where it cannot be kept, the window says so: the review shows the result before it, the history what was sent. */
function keep(deps: RunProbesDeps, kase: ReviewCase, result: ProbeResult): void {
  // It may have been deleted meanwhile.
  if (!deps.workspace.environments.has(kase.id)) return
  try {
    deps.workspace.probeResults.put(kase.id, probeSettingsOf(kase), result)
  } catch (error) {
    deps.notify({ kind: 'exchange_not_recorded', failure: systemFailureOf(error) })
  }
}
