import type { ClientSettings, ReadSettings, SettingsFormat } from './client-settings.ts'
import { readCurl } from './read-curl.ts'
import { readDotenv } from './read-dotenv.ts'
import { readJson } from './read-json.ts'
import { readKeycloakAdapter } from './read-keycloak-adapter.ts'
import { readServiceKey } from './read-service-key.ts'

/** Characters of a text that is read. */
export const mostSettingsCharacters = 1 << 20

export type ReadOutcome = { kind: 'read'; settings: ClientSettings } | { kind: 'unknown' } | { kind: 'too_long' }

type Reader<Source> = readonly [format: SettingsFormat, read: (source: Source) => ReadSettings | undefined]

/** The more specific format is tried first. */
const ofJson: readonly Reader<unknown>[] = [
  ['keycloak_adapter', readKeycloakAdapter],
  ['service_key', readServiceKey],
  ['json', readJson],
]
const ofText: readonly Reader<string>[] = [
  ['curl', readCurl],
  ['dotenv', readDotenv],
]

/** Settings of a client in a text of another tool: a curl command, variables, JSON. Nothing in it is run, asked or read. */
export function readClientSettings(text: string): ReadOutcome {
  if (text.length > mostSettingsCharacters) return { kind: 'too_long' }
  const plain = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\u00A0', ' ')
    .replaceAll('\u200B', '')
  const json = parsed(plain)
  return (json === undefined ? firstOf(ofText, plain) : firstOf(ofJson, json)) ?? { kind: 'unknown' }
}

function firstOf<Source>(readers: readonly Reader<Source>[], source: Source): ReadOutcome | undefined {
  for (const [format, read] of readers) {
    const found = read(source)
    if (found !== undefined) return { kind: 'read', settings: { format, ...found } }
  }
  return undefined
}

/** Undefined for what is no JSON object or list. */
function parsed(text: string): unknown {
  try {
    const value: unknown = /^\s*[{[]/.test(text) ? JSON.parse(text) : undefined
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
