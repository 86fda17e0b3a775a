import type { Drift } from '../../contract/drift.ts'
import type { ConcludedExchange, WithSession } from '../core-context.ts'
import { knownKeyIds } from '../flow/key-set-name.ts'
import type { Ports } from '../ports.ts'
import { systemFailureOf } from '../system-failure.ts'
import type { Judged } from './facts-of-exchange.ts'
import { notTooOften } from './not-too-often.ts'
import type { DriftDeps } from './notice-drift.ts'

type ListenerDeps = DriftDeps &
  WithSession<'keySets'> &
  Pick<Ports, 'notify' | 'preferences' | 'showNotification' | 'uptime'>

/**
 * Compares what each exchange of a recorded environment shows with what was usual: one after the other, and after its answer was
 * given. What fails there is a warning.
 */
export function driftListener(deps: ListenerDeps): (heard: ConcludedExchange) => void {
  let last: Promise<void> = Promise.resolve()
  const worthSaying = notTooOften()
  const say = (environmentId: string, name: string, raised: readonly Drift[]): void => {
    if (!deps.preferences.get().notifications) return
    const drift = worthSaying(environmentId, raised, deps.uptime())
    if (drift.length > 0) deps.showNotification?.({ environmentId, name, drift })
  }
  return ({ exchange, conclusion, environment }) => {
    const { id } = environment
    // What a probe asks for is not what is usual.
    if (id === null || exchange.isOfProbe === true || deps.workspace.unrecorded.has(id)) return
    const judged = { exchange, conclusion, environment, publishedKeyIds: publishedKeyIds(deps, environment) }
    last = afterAnswer(last, deps, id, judged, say)
  }
}

async function afterAnswer(
  last: Promise<void>,
  deps: ListenerDeps,
  id: string,
  judged: Judged,
  say: (environmentId: string, name: string, drift: readonly Drift[]) => void,
): Promise<void> {
  await last
  await afterwards()
  try {
    const { noticeDrift } = await import('./notice-drift.ts')
    const raised = noticeDrift(deps, id, judged).filter(({ isExpected }) => !isExpected)
    say(id, judged.environment.value.name, raised)
  } catch (error) {
    deps.notify({ kind: 'drift_not_kept', failure: systemFailureOf(error) })
  }
}

const afterwards = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** As they are known when the token comes: a key set that is fetched for it says nothing of what was there before. */
const publishedKeyIds = (deps: WithSession<'keySets'>, environment: ConcludedExchange['environment']) =>
  environment.value.jwks_uri === '' ? null : knownKeyIds(deps, { environment, url: environment.value.jwks_uri })
