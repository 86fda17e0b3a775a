import type { ApiBody, ApiPart } from '../../../contract/api-call.ts'
import type { FoundSecret } from '../../../contract/sharing.ts'
import { randomWords } from '../../exporting/secret-looks.ts'
import { hasNamedSecret, isNamedSecret, withNamedValues } from './named-secrets.ts'
import { isNoSecret, looksSecret, namesSecret } from './secret-marks.ts'
import { finderOf, mark, withoutSecrets } from './secret-finder.ts'
import { nameGiver } from './variable-names.ts'

/** A secret of a call as the variable that it becomes. */
export interface CallSecret {
  name: string
  /** May hold variables. */
  value: string
  /** Whether the variable is the base64 of it. @see RFC 7617 §2 */
  isBasic: boolean
}

/** Where a secret was. */
export type SecretPlace = Pick<FoundSecret, 'of' | 'place' | 'likely'>

/** Takes a secret, and gives what is written instead of it. */
export type Take = (value: string, at: SecretPlace, name: string) => string

/** The secrets of all calls of a collection, each once, by names that no variable has. */
export function callSecrets(variableNames: Iterable<string>) {
  const newName = nameGiver(variableNames)
  const byValue = new Map<string, CallSecret>()
  const names = new Set<string>()
  const keep = (value: string, name: string, isBasic: boolean): string => {
    const key = `${isBasic ? 'basic' : 'text'} ${value}`
    const known = byValue.get(key) ?? { name: newName(plainName(name)) ?? 'secret', value, isBasic }
    names.add(known.name)
    byValue.set(key, known)
    return `{{${known.name}}}`
  }
  return { keep, has: (name: string) => names.has(name), all: (): CallSecret[] => [...byValue.values()] }
}

const plainName = (name: string): string =>
  (looksSecret(name) ? '' : name)
    .replace(/^x-/i, '')
    .slice(0, 60)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '')
    .join('_') || 'secret'

/** The value of a named field, or what stands for it where it is secret. */
export function fieldValue(name: string, value: string, of: SecretPlace['of'], take: Take): string {
  if (isNoSecret(value)) return value
  const isNamed = namesSecret(name) && !/^(?:true|false|null|none)$/i.test(value)
  if (isNamed) return take(value, { of, place: name, likely: true }, name)
  return looksSecret(value) || hasNamedSecret(value) ? textWithout(value, name, of, take) : value
}

export function bodyWithout(body: ApiBody, take: Take): ApiBody {
  switch (body.kind) {
    case 'none':
      return body
    case 'file':
      return { ...body, file: { ...body.file, name: textForPeople(body.file.name) } }
    case 'json':
    case 'text':
      return { ...body, text: textWithout(body.text, '', 'body', take) }
    case 'form':
      return {
        kind: 'form',
        fields: body.fields.map(({ name, value, enabled }) => ({
          name: nameWithout(name, 'body', take),
          value: fieldValue(name, value, 'body', take),
          enabled,
        })),
      }
    case 'multipart':
      return { kind: 'multipart', parts: body.parts.map((part) => partWithout(part, take)) }
  }
}

function partWithout(part: ApiPart, take: Take): ApiPart {
  const name = nameWithout(part.name, 'body', take)
  return part.kind === 'text'
    ? { ...part, name, value: fieldValue(part.name, part.value, 'body', take) }
    : { ...part, name, file: { ...part.file, name: textForPeople(part.file.name) } }
}

/** The name of a parameter or field, which is a secret where it was written in its place. */
export const nameWithout = (name: string, of: SecretPlace['of'], take: Take): string => textWithout(name, '', of, take)

/** A text without its secrets, by the names of members and parameters in it, and by their looks. */
export function textWithout(text: string, name: string, of: SecretPlace['of'], take: Take): string {
  if (text.length < 8) return text
  let written = withNamedValues(text, (place, value) =>
    isNamedSecret(place, value) ? take(value, { of, place, likely: true }, place) : null,
  )
  return withoutSecrets(written, finderOf(secretWords(written)), (word) =>
    take(word, { of, place: name, likely: true }, name || 'secret'),
  )
}

const key = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,20000}-----END [A-Z ]{0,40}PRIVATE KEY-----/g
const jwt = /(?<![\w-])eyJ[\w-]{5,}\.[\w-]*(?:\.[\w-]*){1,3}/g

/** Keys, tokens and random words. */
function secretWords(text: string): string[] {
  const keys = text.match(key) ?? []
  const tokens = text.match(jwt) ?? []
  const words = randomWords(text.replace(key, ' ').replace(jwt, ' '))
  return [...keys, ...tokens, ...words]
}

/** A text for people without its secrets. */
export const textForPeople = (text: string): string => textWithout(text, '', 'body', () => mark)
