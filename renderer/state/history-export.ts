import type { CallInput } from '../../electron/contract/calls.ts'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'
import { call, onNotice } from '../host.ts'
import { createKept, keep, keptValue, useKept } from './kept.ts'

/** An export that is under way, and how many exchanges of how many are done; null until that is known. */
interface Running {
  done: { done: number; total: number } | null
  cancel: () => void
}

const running = createKept<Running | null>(null)

/** The export of the history that is under way, wherever it was begun. */
export const historyExport = (): Running | null => keptValue(running)
export const useHistoryExport = (): Running | null => useKept(running)[0]

/** Writes exchanges to a file that the person chooses. One export at a time: another one is not begun. */
export async function exportHistory(input: CallInput<'exportHistory'>): Promise<SaveOutcome> {
  if (historyExport() !== null) return { kind: 'cancelled' }
  const requestId = crypto.randomUUID()
  const controller = new AbortController()
  const cancel = () => controller.abort()
  const stop = onNotice((notice) => {
    if (notice.kind !== 'export_progress' || notice.flowId !== requestId) return
    keep(running, { done: { done: notice.done, total: notice.total }, cancel })
  })
  keep(running, { done: null, cancel })
  try {
    return await call('exportHistory', input, controller.signal, requestId)
  } finally {
    stop()
    keep(running, null)
  }
}
