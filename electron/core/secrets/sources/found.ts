import type { SecretName } from '../../../contract/secret.ts'
import type { SourceReading } from '../source.ts'

type Facts = Extract<SourceReading, { ok: true }>['facts']

/** As `secretValueSchema` has it of what is typed. */
const mostCharacters = 100_000

export const notFound = (message: string): SourceReading => ({ ok: false, message })

/** What a source gave, with what may be told of it. `place` begins the sentence of an error: "The variable X". */
export function found(value: string, name: SecretName, place: string, facts: Facts): SourceReading {
  if (value === '') return notFound(`${place} is empty. Put the secret there.`)
  if (value.length > mostCharacters) {
    return notFound(`${place} has ${value.length} characters; a secret has at most ${mostCharacters}. Choose another.`)
  }
  return { ok: true, value, facts: [...textFacts(value, name), ...facts] }
}

/** Keys are documents of several lines; every other secret is one text. */
export function isDocument(name: SecretName): boolean {
  return name === 'private_key' || name === 'client_certificate_key' || name === 'dpop_key'
}

/** A moment as people and logs write it, without its fraction of a second; null when it is none. */
export function dateFact(name: string, moment: Date | string | undefined): Facts {
  const date = new Date(moment ?? Number.NaN)
  return Number.isNaN(date.getTime())
    ? []
    : [{ name, value: `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC` }]
}

function textFacts(value: string, name: SecretName): Facts {
  const characters = Array.from(value).length
  const lines = value.trim().split(/\r\n|\n|\r/).length
  return [
    { name: 'Length', value: characters === 1 ? '1 character' : `${characters} characters` },
    ...(lines > 1 ? [{ name: 'Lines', value: String(lines) }] : []),
    ...(!isDocument(name) && value !== value.trim()
      ? [{ name: 'Note', value: 'It begins or ends with white space, which is sent as part of it.' }]
      : []),
  ]
}
