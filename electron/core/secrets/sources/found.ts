import type { SourceFact } from '../../../contract/source-test.ts'
import type { SecretName } from '../../../contract/secret.ts'
import { unreadable } from '../../credentials/reading.ts'
import type { SourceReading } from '../source.ts'

/** As `secretValueSchema` has it of what is typed. */
const mostCharacters = 100_000

/** Where in a source a value is. */
export interface FoundPlace {
  place: 'variable' | 'file' | 'first_line' | 'json_string' | 'secret' | 'key_of_secret' | 'vault_key'
  name: string
  /** What it is in, where the name alone does not say it. */
  within?: string
}

/** What a source gave, with what may be shown of it. */
export function found(value: string, name: SecretName, place: FoundPlace, facts: readonly SourceFact[]): SourceReading {
  if (value === '') return unreadable('source_value_empty', { ...place })
  if (value.length > mostCharacters) {
    const evidence = { ...place, length: String(value.length), most: String(mostCharacters) }
    return unreadable('source_value_too_long', evidence)
  }
  return { ok: true, value, facts: [...textFacts(value, name), ...facts] }
}

/** Keys are documents of several lines; every other secret is one text. */
export function isDocument(name: SecretName): boolean {
  return name === 'private_key' || name === 'client_certificate_key' || name === 'dpop_key'
}

/** A moment as people and logs write it, without its fraction of a second; none when it is no moment. */
export function dateFact(name: SourceFact['name'], moment: Date | string | undefined): SourceFact[] {
  const text = momentText(moment)
  return text === null ? [] : [{ name, value: text }]
}

export function momentText(moment: Date | string | undefined): string | null {
  const date = new Date(moment ?? Number.NaN)
  return Number.isNaN(date.getTime()) ? null : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
}

function textFacts(value: string, name: SecretName): SourceFact[] {
  const lines = value.trim().split(/\r\n|\n|\r/).length
  return [
    { name: 'length', value: String(Array.from(value).length) },
    ...(lines > 1 ? [{ name: 'lines' as const, value: String(lines) }] : []),
    ...(!isDocument(name) && value !== value.trim() ? [{ name: 'white_space_around' as const, value: '' }] : []),
  ]
}
