import type { HistoryLimits } from '../../contract/history.ts'
import { ageOfExchanges } from './age-of-exchanges.ts'
import { limitHistory } from './limit-history.ts'
import { exchangeRemover, type RemoveDeps } from './remove-exchanges.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { Ports } from '../ports.ts'

export type KeepDeps = Pick<Ports, 'now' | 'uptime' | 'notify'> &
  RemoveDeps &
  WithWorkspace<'onHistoryChange' | 'historyLimits'> & {
    /** Runs something once after so many milliseconds; gives what calls it off. */
    later: (run: () => void, milliseconds: number) => () => void
    /** Hears why a round ended early; the next tries again. */
    failed: (error: unknown) => void
  }

const [step, quiet, minute, hour] = [50, 2000, 60_000, 3_600_000]

/** Keeps the history within its limits: each hour, and soon after they were changed. Gives what ends it. */
export function keepHistory(deps: KeepDeps): () => void {
  const { later, workspace, notify } = deps
  const { exchanges, historyLimits } = workspace
  const start = { now: deps.now() - deps.uptime(), uptime: 0 }
  const ending = new AbortController()
  const { signal } = ending
  let callOff = (): void => {}
  let last: HistoryLimits & { at: number } = { days: 0, megabytes: 0, at: -Infinity }
  let changedAt = -Infinity
  workspace.onHistoryChange({
    changed: () => {
      changedAt = deps.uptime()
    },
    gone: () => {},
  })

  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      callOff = later(resolve, milliseconds)
    })

  async function pause(): Promise<boolean> {
    do await wait(step)
    while (!signal.aborted && deps.uptime() - changedAt < quiet)
    return !signal.aborted
  }

  async function round(): Promise<void> {
    const limits = historyLimits.get()
    const isSame = limits.days === last.days && limits.megabytes === last.megabytes
    if (isSame && deps.uptime() - last.at < hour) return
    last = { ...limits, at: deps.uptime() }
    const remover = exchangeRemover(deps)
    const remove = (ids: readonly string[]): Promise<number> => remover.remove({ ids, keeps: 'marked' })
    try {
      const ageOf = ageOfExchanges(deps, start, exchanges.newestBefore(start.now))
      if ((await limitHistory({ exchanges, remove, ageOf, pause }, limits)) > 0) notify({ kind: 'exchanges_changed' })
    } catch (error) {
      deps.failed(error)
    }
    await remover.close()
  }

  async function rounds(): Promise<void> {
    while (!signal.aborted) {
      await round()
      if (!signal.aborted) await wait(minute)
    }
  }

  void rounds()
  return () => {
    ending.abort()
    callOff()
  }
}
