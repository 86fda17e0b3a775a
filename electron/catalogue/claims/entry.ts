/** A registered name: what it means in a few words, and the section of the standard that says so. */
export interface Entry {
  meaning: string
  section: string
  unit: Unit | null
}

/** What a value measures: seconds since 1970 (`date`), milliseconds since 1970, a time as ISO 8601 text, or a length of time in seconds. */
export type Unit = 'date' | 'milliseconds' | 'iso' | 'seconds'

export type Row = readonly [name: string, meaning: string, section: string, unit?: Unit]

/** A map, not an object: `constructor` and `__proto__` are names like any other here. */
export function registry(rows: readonly Row[]): ReadonlyMap<string, Entry> {
  return new Map(rows.map(([name, meaning, section, unit = null]) => [name, { meaning, section, unit }]))
}
