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

/** Writes environments for another tool, without secrets. */
export interface Exporter {
  name: string
  export: (environments: readonly Exported[]) => ToolExport
}
