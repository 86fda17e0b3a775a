import type { Watch, WatchState } from '../../contract/watch.ts'

/** What came of a turn: how the requests ended, why it was left out, or that there is nothing to watch. */
export type Turn =
  | { kind: 'done'; verdict: NonNullable<WatchState['lastVerdict']> }
  | { kind: 'paused'; why: NonNullable<WatchState['paused']> }
  | { kind: 'gone' }

interface SchedulerPorts {
  /** Milliseconds since 1970. */
  now: () => number
  /** Runs something once after a time; gives what calls it off. */
  later: (run: () => void, milliseconds: number) => () => void
  /** A turn of a watch. Never rejects. */
  turn: (watch: Watch, signal: AbortSignal) => Promise<Turn>
  changed: () => void
}

interface Entry extends WatchState {
  /** Of the turn that is under way. */
  running: AbortController | null
}

export interface Scheduler {
  list: () => WatchState[]
  /** `after` is when its first turn is due, in milliseconds. */
  set: (watch: Watch, after: number) => void
  end: (environmentId: string) => void
}

const second = 1000
/** The clock is looked at this often: it may be set, and timers stop while the computer sleeps. */
const mostWait = 30 * second
/** After a sleep the network needs a moment. */
const afterSleep = 15 * second

/** Gives each watch its turn, one a second at most, and what was missed while the computer slept once. */
export function createScheduler({ now, later, turn, changed }: SchedulerPorts): Scheduler {
  const entries = new Map<string, Entry>()
  let callOff = (): void => {}
  let wantedAt = 0

  function plan(least = 0): void {
    callOff()
    const waiting = [...entries.values()].filter(({ running }) => running === null)
    if (waiting.length === 0) return
    const next = Math.min(...waiting.map(({ nextAt }) => nextAt))
    const wait = Math.min(mostWait, Math.max(least, next - now()))
    wantedAt = now() + wait
    callOff = later(tick, wait)
  }

  function tick(): void {
    const at = now()
    const hasSlept = at - wantedAt > mostWait
    for (const entry of entries.values()) {
      const interval = intervalOf(entry)
      // The clock was set back.
      if (entry.nextAt - at > interval) entry.nextAt = at + interval
      if (hasSlept && entry.nextAt <= at) entry.nextAt = at + afterSleep
    }
    const due = [...entries.values()].filter(({ running, nextAt }) => running === null && nextAt <= at)
    const [first] = due.toSorted((one, other) => one.nextAt - other.nextAt)
    if (first !== undefined) void run(first)
    plan(second)
  }

  async function run(entry: Entry): Promise<void> {
    const running = new AbortController()
    entry.running = running
    const startedAt = now()
    const callOffLimit = later(() => running.abort(), intervalOf(entry))
    const { environmentId, minutes, callId, introspects } = entry
    const came = await turn({ environmentId, minutes, callId, introspects }, running.signal)
    callOffLimit()
    // It was ended or set to something else meanwhile.
    if (entries.get(environmentId) !== entry) return
    entry.running = null
    entry.nextAt = Math.max(now(), startedAt + intervalOf(entry))
    entry.paused = came.kind === 'paused' ? came.why : null
    if (came.kind === 'done') {
      entry.lastAt = startedAt
      entry.lastVerdict = came.verdict
    }
    if (came.kind === 'gone') entries.delete(environmentId)
    changed()
    plan(second)
  }

  function end(environmentId: string): void {
    entries.get(environmentId)?.running?.abort()
    entries.delete(environmentId)
    plan(second)
  }

  return {
    list: () => [...entries.values()].map(({ running: _running, ...state }) => state),
    set: (watch, after) => {
      entries.get(watch.environmentId)?.running?.abort()
      const none = { lastAt: null, lastVerdict: null, paused: null, running: null }
      entries.set(watch.environmentId, { ...watch, ...none, nextAt: now() + after })
      plan()
    },
    end,
  }
}

const intervalOf = ({ minutes }: Pick<Watch, 'minutes'>): number => minutes * 60 * second
