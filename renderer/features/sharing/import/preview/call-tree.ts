import type { ImportedCall } from '../../../../../electron/contract/sharing.ts'
import { grouped } from '../../../../ui/grouped.ts'

export type Ticked = 'all' | 'some' | 'none'

/** A line of the list: the head of a folder, or a call. */
export type CallTreeRow =
  | { kind: 'folder'; key: string; folder: string; ids: readonly string[]; ticked: Ticked; isOpen: boolean }
  | { kind: 'call'; key: string; call: ImportedCall; isTaken: boolean }

interface Listed {
  calls: readonly ImportedCall[]
  leftOut: ReadonlySet<string>
  /** What is searched for, in lower case. */
  words: readonly string[]
  isOpen: (folder: string) => boolean
}

/** Each folder with its calls, in the order of their first ones; calls without a folder come last. */
export function callTreeOf({ calls, leftOut, words, isOpen }: Listed): CallTreeRow[] {
  const found = words.length === 0 ? calls : calls.filter((call) => matches(call, words))
  const folders = grouped(found, ({ folder }) => folder)
  const unfiled = folders.get('') ?? []
  folders.delete('')
  const rowOf = (call: ImportedCall): CallTreeRow => ({
    kind: 'call',
    key: call.id,
    call,
    isTaken: !leftOut.has(call.id),
  })
  const filed = [...folders].flatMap(([folder, within]): CallTreeRow[] => {
    const ids = within.map(({ id }) => id)
    const open = isOpen(folder)
    const head: CallTreeRow = {
      kind: 'folder',
      key: `folder ${folder}`,
      folder,
      ids,
      ticked: tickedOf(ids, leftOut),
      isOpen: open,
    }
    const rows: CallTreeRow[] = open ? within.map(rowOf) : []
    rows.unshift(head)
    return rows
  })
  return [...filed, ...unfiled.map(rowOf)]
}

export function tickedOf(ids: readonly string[], leftOut: ReadonlySet<string>): Ticked {
  const out = ids.reduce((sum, id) => sum + (leftOut.has(id) ? 1 : 0), 0)
  return out === 0 ? 'all' : out === ids.length ? 'none' : 'some'
}

/** Whether each word is somewhere in name, method, URL or folder, in any order. */
function matches({ name, method, url, folder }: ImportedCall, words: readonly string[]): boolean {
  const text = [name, method, url, folder].join('\n').toLowerCase()
  return words.every((word) => text.includes(word))
}
