import { freeName } from '../../../common/free-name.ts'
import type { ApiBody } from '../../../contract/api-call.ts'
import { variablesIn } from '../../../vocabulary/variables.ts'
import type { Exported } from './exporter.ts'

/** A name that no variable has, and that no call uses: it would send what is entered for it. */
export function freeVariableName({ value, calls }: Exported, wanted: string): string {
  const names = new Set([...value.variables.map(({ name }) => name), ...variablesIn(JSON.stringify([value, calls]))])
  return freeName(wanted, (name) => names.has(name))
}

/** Names of the folders that a call is in. */
export const foldersOf = (folder: string): string[] => folder.split('/').flatMap((name) => name.trim() || [])

/** Names of the files that a body sends. */
export function filesIn(body: ApiBody): string[] {
  const files =
    body.kind === 'file'
      ? [body.file]
      : body.kind === 'multipart'
        ? body.parts.flatMap((part) => (part.kind === 'file' ? [part.file] : []))
        : []
  return files.flatMap(({ name }) => name || [])
}
