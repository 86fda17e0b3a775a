import { watchLimits } from '../../vocabulary/watch.ts'
import type { Api } from '../../contract/calls.ts'
import { recordDone } from '../audit/record.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { createScheduler } from '../watch/scheduler.ts'
import { takeTurn } from '../watch/turn.ts'

const minute = 60_000

/** What is watched. The watches of the last run begin again with the first call. */
export function watchCalls(core: CoreContext): Pick<Api<CallContext>, 'listWatches' | 'setWatch' | 'endWatch'> {
  const { watches, environments } = core.workspace
  const changed = (): void => core.notify({ kind: 'watches_changed' })
  const scheduler = createScheduler({
    now: core.now,
    later,
    changed,
    turn: (watch, signal) =>
      takeTurn(core, watch, { flowId: core.newId(), signal }).catch(() => ({
        kind: 'done',
        verdict: 'failed',
      })),
  })
  const here = () =>
    watches
      .list()
      .filter(({ environmentId }) => environments.has(environmentId))
      .slice(0, watchLimits.mostWatches)
  const stored = here()
  for (const watch of stored) scheduler.set(watch, Math.min(watch.minutes, 5) * minute)
  if (stored.length > 0) core.notify({ kind: 'watches_started', count: stored.length })

  return {
    listWatches: async () => {
      const known = new Set(scheduler.list().map(({ environmentId }) => environmentId))
      // That of an environment which was deleted, and came back.
      for (const watch of here()) if (!known.has(watch.environmentId)) scheduler.set(watch, watch.minutes * minute)
      return scheduler.list().filter(({ environmentId }) => environments.has(environmentId))
    },

    setWatch: async (watch) => {
      if (!environments.has(watch.environmentId)) return false
      const others = watches.list().filter(({ environmentId }) => environmentId !== watch.environmentId)
      if (others.length >= watchLimits.mostWatches) return false
      watches.put(watch)
      recordDone(core, 'watch_changed', watch.environmentId, { minutes: String(watch.minutes) })
      scheduler.set(watch, 0)
      changed()
      return true
    },

    endWatch: async ({ environmentId }) => {
      scheduler.end(environmentId)
      if (!watches.remove(environmentId)) return
      recordDone(core, 'watch_changed', environmentId, { minutes: 'none' })
      changed()
    },
  }
}

/** Keeps no process from ending. */
function later(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}
