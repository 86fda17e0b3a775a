import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import type { Place } from '../../../ui/place.ts'

/** All calls in their order once one has moved to a place; null where nothing changes, or it is not there. */
export function withMoved(
  calls: readonly ApiCallSummary[],
  id: string,
  { folder, before }: Place,
): ApiCallSummary[] | null {
  const moved = calls.find((call) => call.id === id)
  if (moved === undefined || before === id) return null
  const others = calls.filter((call) => call !== moved)
  const isAlone = moved.folder === folder && !others.some((call) => call.folder === folder)
  if (before === null && isAlone) return null
  const index = before === null ? endOf(others, folder) : others.findIndex((call) => call.id === before)
  if (index < 0) return null
  const placed = moved.folder === folder ? moved : { ...moved, folder }
  const arranged = others.toSpliced(index, 0, placed)
  return arranged.every((call, at) => call === calls[at]) ? null : arranged
}

/** All calls once a folder has another name. Where there is a folder with that name, they become one. */
export function withRenamedFolder(
  calls: readonly ApiCallSummary[],
  folder: string,
  name: string,
): ApiCallSummary[] | null {
  if (name === folder) return null
  return calls.map((call) => (call.folder === folder ? { ...call, folder: name } : call))
}

/** Behind the last of the folder; for a folder without any, at the end. */
function endOf(calls: readonly ApiCallSummary[], folder: string): number {
  const last = calls.findLastIndex((call) => call.folder === folder)
  return last < 0 ? calls.length : last + 1
}
