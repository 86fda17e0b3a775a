import type { ImportPlace } from '../../../contract/import-note.ts'

/** A file of an import; `path` is relative to the folder that was given, with `/`. */
export interface ImportFile {
  path: string
  text: string
}

/** A file as far as every importer reads it alike. */
export interface ParsedFile extends ImportFile {
  /** The value of JSON or YAML; undefined where the text is neither. Names may be anything: read own members only. */
  value: unknown
  syntax: 'json' | 'yaml' | 'text'
  /** The place of a value within JSON or YAML, by the names and indexes that lead to it. */
  at: (...path: readonly (string | number)[]) => ImportPlace
  /** The place of a line, counted from 1. */
  atLine: (line: number) => ImportPlace
}
