import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The members of a JSON file that holds how the app looked. What is missing or broken is as good as empty. */
export function readMembers(file: string): Record<string, unknown> {
  try {
    return members(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return {}
  }
}

export interface PreferencesFile {
  get: (key: string) => unknown
  /** What cannot be written still counts until the app ends; the file is then as it was. */
  set: (key: string, value: unknown) => void
}

/** Reads the file once, and writes all of it with each change. */
export function openPreferencesFile(file: string): PreferencesFile {
  const stored = readMembers(file)
  return {
    get: (key) => stored[key],
    set: (key, value) => {
      stored[key] = value
      try {
        replaceFile(file, JSON.stringify(stored, null, 2))
      } catch (error) {
        console.error('Preferences were not stored:', error)
      }
    },
  }
}

export function members(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** A full disk or a power cut leaves the earlier text: the new one gets the name once all of it is on the disk. */
function replaceFile(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.unfinished`
  writeFileSync(unfinished, text, { mode: 0o600, flush: true })
  renameSync(unfinished, file)
}
