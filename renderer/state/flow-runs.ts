import { replaceEqualDeep } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { FlowProgress, FlowRun } from '../../electron/contract/flow.ts'
import { createKeyedStore, useKeyed } from './keyed-store.ts'

/** The run that is under way, or that was made last while the app runs, by environment. */
const newest = createKeyedStore<FlowRun>()
/** What its request under way waits for. */
const progresses = createKeyedStore<FlowProgress>()

export const useNewestRun = (environmentId: string): FlowRun | null => useKeyed(newest, environmentId)

export const useFlowProgress = (environmentId: string): FlowProgress | null => useKeyed(progresses, environmentId)

/** How the newest run is, for who draws nothing else of it; null without one. */
export const useNewestState = (environmentId: string): FlowRun['state'] | null =>
  useSyncExternalStore(newest.subscribe, () => newest.get(environmentId)?.state ?? null)

export const newestRun = (environmentId: string): FlowRun | null => newest.get(environmentId)

/** Takes a run as it is now. What is as it was before keeps its identity, and is not drawn again. */
export function takeRun(run: FlowRun): void {
  const { environmentId } = run
  const last = newest.get(environmentId)
  if (last !== null && last.startedAt > run.startedAt) return
  const progress = progresses.get(environmentId)
  if (progress !== null && !isUnderWay(run, progress)) progresses.set(environmentId, null)
  newest.set(environmentId, replaceEqualDeep(last, run))
}

/** Of a run that is over, or of an act that is, it is of no interest. */
export function takeProgress(progress: FlowProgress): void {
  const run = newest.get(progress.environmentId)
  if (run !== null && isUnderWay(run, progress)) progresses.set(progress.environmentId, progress)
}

const isUnderWay = ({ id, acts }: FlowRun, { runId, act }: FlowProgress): boolean =>
  id === runId && acts.some(({ name, state }) => name === act && state === 'running')

/** How many acts of a run have ended. */
export const endedActs = ({ acts }: FlowRun): number =>
  acts.filter(({ state }) => state !== 'waiting' && state !== 'running').length
