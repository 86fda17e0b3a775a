import type { ApiCall } from '../../../contract/api-call.ts'
import type { EnvironmentInput } from '../../../contract/environment.ts'

/** An environment with its calls. It holds no secret. */
export interface Exported {
  value: EnvironmentInput
  calls: readonly ApiCall[]
}

/** A file of another tool; `path` is relative, with `/`. */
export interface ExportFile {
  path: string
  text: string
}

/** What the other tool has no place for, or what has to be done there. */
export type ExportFact =
  /** Its assertion has to be made by hand, or by other means. */
  | { code: 'method_not_supported'; evidence: { method: string } }
  | { code: 'certificate_not_kept'; evidence: { path: string } }
  | { code: 'proxy_not_kept'; evidence: { url: string } }
  | { code: 'dpop_not_kept'; evidence: { alg: string } }
  | { code: 'assertions_not_kept'; evidence: { count: number } }
  /** Headers, parameters and fields that are switched off. */
  | { code: 'switched_off_not_kept'; evidence: { count: number } }
  /** By its path, such as `network.caFile`, of the environment or the call. */
  | { code: 'setting_not_kept'; evidence: { field: string } }
  | { code: 'file_to_place'; evidence: { path: string } }
  | { code: 'variable_renamed'; evidence: { name: string; renamed: string } }
  | { code: 'variable_without_value'; evidence: { name: string } }
  /** Its value has more than one line. */
  | { code: 'variable_not_kept'; evidence: { name: string } }

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
