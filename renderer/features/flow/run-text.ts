import type { FlowActName, FlowRunSummary, FlowScenario } from '../../../electron/contract/flow.ts'
import type { RowState } from '../../../electron/picture/picture.ts'
import { milliseconds } from '../../../electron/wording/milliseconds.ts'

const marks: Readonly<Record<FlowRunSummary['state'], RowState>> = {
  running: 'running',
  passed: 'done',
  noted: 'noted',
  failed: 'failed',
  cancelled: 'cancelled',
  interrupted: 'interrupted',
}

export const markOf = ({ state }: Pick<FlowRunSummary, 'state'>): RowState => marks[state]

const toTheMinute = { hour: '2-digit', minute: '2-digit' } as const
const toTheSecond = { ...toTheMinute, second: '2-digit' } as const

/** `14:02`, with the date in front when it is another day. */
export function runTime(at: number, now: number, precision: Intl.DateTimeFormatOptions = toTheMinute): string {
  const date = new Date(at)
  const time = date.toLocaleTimeString('en-GB', precision)
  return date.toDateString() === new Date(now).toDateString() ? time : `${date.toLocaleDateString('en-CA')} ${time}`
}

/** The times of runs, with seconds where two are of the same minute. */
export function runTimes(runs: readonly Started[], now: number): (run: Started) => string {
  const counts = new Map<string, number>()
  for (const { startedAt } of runs) {
    const time = runTime(startedAt, now)
    counts.set(time, (counts.get(time) ?? 0) + 1)
  }
  return ({ startedAt }) => {
    const time = runTime(startedAt, now)
    return (counts.get(time) ?? 0) > 1 ? runTime(startedAt, now, toTheSecond) : time
  }
}

type Started = Pick<FlowRunSummary, 'startedAt'>

const actNames: Readonly<Record<FlowActName, string>> = {
  token: 'token request',
  verify: 'verification',
  introspect: 'introspection',
  call: 'API call',
  revoke: 'revocation',
  introspect_again: 'second introspection',
  call_again: 'second API call',
}

export const scenarioNames: Readonly<Record<FlowScenario, string>> = {
  run: 'Run flow',
  revoke: 'Revoke and prove',
  narrow: 'Narrow the scope',
}

/** How a run ended: what it took, or where it stopped. */
export function runEnd({ state, ms, stoppedAt }: FlowRunSummary): string {
  if (state === 'cancelled' || state === 'interrupted' || state === 'running') return state
  if (state === 'failed' && stoppedAt !== null) return `stopped at ${actNames[stoppedAt]}`
  return ms === null ? '' : milliseconds(ms)
}

/** All of it in one line. */
export const runLine = (run: FlowRunSummary, now: number): string =>
  [runTime(run.startedAt, now, toTheSecond), scenarioNames[run.scenario], run.state, runEnd(run)].join(' · ')
