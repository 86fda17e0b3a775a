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
  /** Of what begins as JSON or YAML and cannot be read: the line of its first fault, counted from 1. */
  faultLine: number | null
  /** A number of JSON or YAML with all the digits that are written; null where there is none. */
  numberAt: (path: readonly (string | number)[]) => string | null
  /** The place of a value within JSON or YAML, by the names and indexes that lead to it; with its line in YAML. */
  at: (...path: readonly (string | number)[]) => ImportPlace
  /** The place of a line, counted from 1. */
  atLine: (line: number) => ImportPlace
}
