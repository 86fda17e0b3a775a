import { Buffer } from 'node:buffer'
import type { Needle } from './secret-needles.ts'

/** Longer needles make a pattern that is too dear; the text that holds one in disguise is then masked whole. */
export const longestPattern = 4096

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

const startsWord = '(?:(?<![A-Za-z0-9_])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\[bfnrt]))'
const base64Edge = '[A-Za-z0-9+/_-]{0,2}'

/** Finds the needle with each of its characters bare, percent-encoded (once or twice) or escaped as in JSON or HTML. */
export function encodedPattern({ text, bounded, base64 }: Needle): RegExp {
  const body = Array.from(text, anyForm).join('')
  if (base64) return new RegExp(`${base64Edge}${body}${base64Edge}(?:=|%3[dD]){0,2}`, 'g')
  return new RegExp(bounded ? `${startsWord}${body}(?![A-Za-z0-9_])` : body, 'g')
}

function anyForm(character: string): string {
  const bytes = [...Buffer.from(character)]
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  const point = character.codePointAt(0) ?? 0
  const forms = [
    literal(character),
    bytes.map((byte) => `%(?:25){0,2}${hex(byte, 2)}`).join(''),
    units.map((unit) => `\\\\{1,3}u${hex(unit, 4)}`).join(''),
    `&(?:amp;)?#0*${point};`,
    `&(?:amp;)?#[xX]0*${hex(point, 1)};`,
  ]
  const entity = entities[character]
  if (entity !== undefined) forms.push(`&(?:amp;)?${entity};`)
  if ('"\'\\/'.includes(character)) forms.push(`\\\\{1,3}${literal(character)}`)
  if (character === ' ') forms.push('\\+')
  return `(?:${forms.join('|')})`
}

const literal = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/-]/, String.raw`\$&`)

const hex = (value: number, digits: number) =>
  value
    .toString(16)
    .padStart(digits, '0')
    .replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
