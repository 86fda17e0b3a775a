import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'

/** One line of the list: the head of a folder, or an environment. */
export type Row =
  | { kind: 'folder'; key: string; folder: string; shown: number; all: number; isOpen: boolean }
  | { kind: 'environment'; key: string; environment: EnvironmentSummary }

interface Listed {
  /** All there are, in their order. */
  environments: readonly EnvironmentSummary[]
  passes: (environment: EnvironmentSummary) => boolean
  isOpen: (folder: string) => boolean
}

/** The key of a folder's head; ids have no spaces. */
export const folderKey = (folder: string): string => `folder ${folder}`

/** Those without a folder first, then each folder with what is in it, in the order of the folders' names. */
export function rowsOf({ environments, passes, isOpen }: Listed): Row[] {
  return ['', ...foldersOf(environments)].flatMap((folder): Row[] => {
    const all = environments.filter((one) => one.folder === folder)
    const shown = all.filter(passes)
    if (shown.length === 0) return []
    const rows = shown.map((environment): Row => ({ kind: 'environment', key: environment.id, environment }))
    if (folder === '') return rows
    const open = isOpen(folder)
    const head: Row = {
      kind: 'folder',
      key: folderKey(folder),
      folder,
      shown: shown.length,
      all: all.length,
      isOpen: open,
    }
    return open ? rows.toSpliced(0, 0, head) : [head]
  })
}

/** The names of all folders. */
export function foldersOf(environments: readonly EnvironmentSummary[]): string[] {
  const folders = new Set(environments.map(({ folder }) => folder))
  folders.delete('')
  return [...folders].toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true, sensitivity: 'base' }))
}
