import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { FlowRun } from '../../electron/contract/flow.ts'
import { call, cancelCall } from '../host.ts'
import { endedActs, newestRun, takeRun } from '../state/flow-runs.ts'
import { cancelRun } from '../state/runs.ts'
import { toastFailed } from '../ui/toast.ts'
import { takeLastOutcomes } from './last-outcomes.ts'

/** The runs that are kept of an environment, newest first. */
export function useFlowRuns(environmentId: string) {
  return useQuery({ queryKey: ['flowRuns', environmentId], queryFn: () => call('listFlowRuns', { environmentId }) })
}

const flowRun = (id: string) =>
  queryOptions({ queryKey: ['flowRun', id], queryFn: () => call('getFlowRun', { id }), gcTime: 60_000 })

/** One of them; null is none. */
export function useFlowRun(id: string | null) {
  return useQuery({ ...flowRun(id ?? ''), enabled: id !== null })
}

/** Does something with a run once it is known, so that nothing else is shown meanwhile. */
export function useOnceKnown(): (id: string, act: () => void) => void {
  const client = useQueryClient()
  return (id, act) =>
    void client.fetchQuery(flowRun(id)).then(act, ({ message }: Error) => toastFailed('Run not shown', message))
}

/** A window that starts again while a run goes on shows it again. */
export function useRunUnderWay(environmentId: string): void {
  const underWay = useFlowRuns(environmentId).data?.find(({ state }) => state === 'running')?.id ?? null
  useEffect(() => {
    if (underWay === null || newestRun(environmentId) !== null) return
    void call('getFlowRun', { id: underWay }).then((run) => (run === null ? undefined : takeRun(run)))
  }, [environmentId, underWay])
}

/** Takes what main says of a run, and refreshes what the other tabs show of its acts. */
export function onFlowRun(client: QueryClient, run: FlowRun): void {
  const before = newestRun(run.environmentId)
  takeRun(run)
  if (before?.id !== run.id || endedActs(before) !== endedActs(run))
    takeLastOutcomes().catch(() => {
      // They are asked for again with the next act.
    })
  if (run.state === 'running') return
  client.setQueryData(flowRun(run.id).queryKey, run)
  void client.invalidateQueries({ queryKey: ['flowRuns', run.environmentId] })
}

/** Cancels the run that goes on, also one that was started before the window was loaded again. */
export function cancelFlow(environmentId: string): void {
  const run = newestRun(environmentId)
  if (run?.state === 'running') cancelCall(run.id)
  else cancelRun('runFlow', environmentId)
}
