import type { Api } from '../../contract/calls.ts'
import { recordEvent } from '../audit/record.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { historyEntry } from '../history/history-entry.ts'
import { idsOfSearch } from '../history/ids-of-search.ts'
import { deleteAndRecord } from '../history/record-deletion.ts'

type HistoryEntryCalls = Pick<
  Api<CallContext>,
  | 'getHistoryEntry'
  | 'setNote'
  | 'setPinned'
  | 'deleteHistory'
  | 'setRecording'
  | 'getHistoryLimits'
  | 'setHistoryLimits'
>

/** One exchange of the history with what a person keeps with it; what is deleted, what is not recorded, and how much is kept. */
export function historyEntryCalls(core: CoreContext): HistoryEntryCalls {
  const { workspace, notify } = core
  const changed = (): void => notify({ kind: 'exchanges_changed' })

  return {
    getHistoryEntry: ({ id }) => historyEntry(core, id),

    setNote: async ({ id, note }) => {
      const isThere = workspace.exchangeMarks.setNote(id, note)
      changed()
      return isThere
    },

    setPinned: async ({ ids, isPinned }) => {
      workspace.exchangeMarks.setPinned(ids, isPinned)
      changed()
    },

    deleteHistory: async (chosen) => {
      const count = await deleteAndRecord(core, chosen, async (searchId) =>
        idsOfSearch(await core.history.opened(), searchId),
      )
      changed()
      return count
    },

    setRecording: async ({ environmentId, isRecorded }) => {
      const { environments, unrecorded } = workspace
      if (!environments.has(environmentId) || unrecorded.has(environmentId) !== isRecorded) return
      // Recorded with it or not done.
      unrecorded.set(environmentId, isRecorded, () =>
        recordEvent(core, 'recording_changed', environmentId, { recorded: isRecorded ? 'yes' : 'no' }),
      )
      if (!isRecorded) workspace.drift.forget(environmentId)
      notify({ kind: 'environments_changed' })
      notify({ kind: 'drift_changed' })
    },

    getHistoryLimits: async () => workspace.historyLimits.get(),
    setHistoryLimits: async (change) => workspace.historyLimits.set(change),
  }
}
