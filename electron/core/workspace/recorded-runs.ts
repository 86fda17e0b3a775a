import type { FlowRun, FlowRunSummary } from '../../contract/flow.ts'
import type { RecordPlaces } from './recorded-exchanges.ts'
import type { RecordTables } from './session-tables.ts'

export type RecordedRuns = ReturnType<typeof recordedRuns>

/** Runs of the flow: on the disk, and of environments that are not recorded in memory. Reading finds both. */
export function recordedRuns({
  kept,
  inMemory,
  isUnrecorded,
}: Omit<RecordPlaces, 'kept'> & { kept: Pick<RecordTables, 'flowRuns'> }) {
  /** A run that was begun while its environment was not recorded stays in memory. */
  const placeOf = ({ id, environmentId }: FlowRun): Pick<RecordTables, 'flowRuns'> => {
    const isInMemory = isUnrecorded(environmentId) || (inMemory.get()?.flowRuns.get(id) ?? null) !== null
    return isInMemory ? inMemory.make() : kept
  }

  return {
    /** Adds a run that is masked already, or replaces the one with its id. */
    put: (run: FlowRun, summary: FlowRunSummary): void => placeOf(run).flowRuns.put(run, summary),
    /** Newest first. A row that cannot be read, or is not as it was written, stays, and is left out. */
    list: (environmentId: string): FlowRunSummary[] => [
      ...(inMemory.get()?.flowRuns.list(environmentId) ?? []),
      ...kept.flowRuns.list(environmentId),
    ],
    /** Null when it is not there, cannot be read, or is not as it was written. */
    get: (id: string): FlowRun | null => inMemory.get()?.flowRuns.get(id) ?? kept.flowRuns.get(id),
    /** Removes the oldest runs of an environment, so that at most so many of so many characters together are left. */
    prune: (environmentId: string, most: { runs: number; characters: number }): void => {
      inMemory.get()?.flowRuns.prune(environmentId, most)
      kept.flowRuns.prune(environmentId, most)
    },
  }
}
