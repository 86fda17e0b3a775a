import { hostOf } from '../../../../electron/common/host-of.ts'
import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { grouped } from '../../../ui/grouped.ts'
import { pathOf } from '../../../ui/name-of.ts'

/** One line of the list: the head of a folder, or a call. */
export type CallListRow =
  | { kind: 'folder'; key: string; folder: string; shown: number; all: number; isOpen: boolean }
  | { kind: 'call'; key: string; call: ApiCallSummary }

interface Listed {
  /** All there are, in their order. */
  calls: readonly ApiCallSummary[]
  /** What was searched for, in lower case. */
  words: readonly string[]
  isOpen: (folder: string) => boolean
}

/** The key of a folder's head; ids have no spaces. */
export const folderKey = (folder: string): string => `folder ${folder}`

/** Each folder with what is in it, in the order of their first calls; those without a folder come last. */
export function callRowsOf({ calls, words, isOpen }: Listed): CallListRow[] {
  const byFolder = groupedByFolder(calls)
  const rows: CallListRow[] = []
  for (const [folder, all] of byFolder) {
    const shown = words.length === 0 ? all : all.filter((call) => matches(call, words))
    if (shown.length === 0) continue
    const open = folder === '' || isOpen(folder)
    if (folder !== '') {
      const counts = { shown: shown.length, all: all.length }
      rows.push({ kind: 'folder', key: folderKey(folder), folder, ...counts, isOpen: open })
    }
    if (open) for (const call of shown) rows.push({ kind: 'call', key: call.id, call })
  }
  return rows
}

/** The calls of each folder, those without one last. */
export function groupedByFolder(calls: readonly ApiCallSummary[]): Map<string, ApiCallSummary[]> {
  const groups = grouped(calls, ({ folder }) => folder)
  const unfiled = groups.get('')
  groups.delete('')
  if (unfiled !== undefined) groups.set('', unfiled)
  return groups
}

/** The names of all folders. */
export const callFoldersOf = (calls: readonly ApiCallSummary[]): string[] =>
  [...groupedByFolder(calls).keys()].filter((folder) => folder !== '')

/** Whether each word is somewhere in name, method, host, path or folder, in any order. */
function matches({ name, method, url, folder }: ApiCallSummary, words: readonly string[]): boolean {
  const text = [name, method, hostOf(url), pathOf(url), folder].join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}
