import type { ApiCall } from '../../../contract/api-call.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { ExportFact } from '../../../contract/export-note.ts'
import type { FolderFile } from '../../ports.ts'

/** An environment with its calls. It holds no secret. */
export interface Exported {
  value: EnvironmentInput
  calls: readonly ApiCall[]
}

/** A file of another tool. Each name in its path is one that every file system takes. */
export type ExportFile = FolderFile

export interface ExportNote {
  fact: ExportFact
  environment: string
  /** Empty where it is about none. */
  call: string
}

export interface ToolExport {
  files: readonly ExportFile[]
  notes: readonly ExportNote[]
}

/** Writes environments for another tool, without secrets, one after the other: many take longer than a window may wait. */
export interface Exporter {
  name: string
  parts: (environments: readonly Exported[]) => Iterable<ToolExport>
}

export const joined = (parts: Iterable<ToolExport>): ToolExport => {
  const all = [...parts]
  return { files: all.flatMap(({ files }) => files), notes: all.flatMap(({ notes }) => notes) }
}

/** All at once. */
export const exportAll = (exporter: Exporter, environments: readonly Exported[]): ToolExport =>
  joined(exporter.parts(environments))
