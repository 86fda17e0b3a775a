import { Buffer } from 'node:buffer'

/** A string that must not survive. */
export interface Needle {
  text: string
  /** Only as a word by itself, since a short secret may be part of many words. */
  bounded: boolean
  /** In base64 up to two characters on each side also hold bits of the secret, and line breaks may be within; hex is in lower case. */
  form: 'plain' | 'base64' | 'hex'
}

/** Longer needles make a pattern that is too dear; the text that holds one in disguise is then masked whole. */
export const longestPattern = 4096

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' }

const startsWord = '(?:(?<![A-Za-z0-9_])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\[bfnrt]))'
/** Up to two characters on each side also hold bits of the secret, of base64 of base64 up to six. */
const base64Edge = '[A-Za-z0-9+/_-]{0,6}'

/** Finds the needle with each of its characters bare, percent-encoded (once or twice) or escaped as in JSON or HTML. */
export function encodedPattern({ text, bounded, form }: Needle): RegExp {
  // A run of backslashes at once: each may be doubled, and where one ends and the next begins cannot be seen.
  const characters = (text.match(/\\+|[^\\]/gu) ?? []).map((part) =>
    part.startsWith('\\') ? backslashes(part.length) : anyForm(part),
  )
  switch (form) {
    case 'plain':
      return new RegExp(bounded ? `${startsWord}${characters.join('')}(?![A-Za-z0-9_])` : characters.join(''), 'g')
    case 'base64':
      return new RegExp(`${base64Edge}${characters.join(fold)}${base64Edge}(?:=|%3[dD]){0,2}`, 'g')
    case 'hex':
      return new RegExp((text.match(/../g) ?? []).join(separator), 'gi')
  }
}

/** A line break of MIME within base64, and its escapes. */
const fold = String.raw`(?:[ \t\r\n]|\\{1,3}[rnt]|%0[AaDd])*`

/** What people put between the bytes of hex. */
const separator = String.raw`(?:[:\-, \r\n]|0x|\\{1,3}x)*`

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
  if ('"\'/'.includes(character)) forms.push(`\\\\{1,3}${literal(character)}`)
  if (character === ' ') forms.push('\\+')
  return `(?:${forms.join('|')})`
}

/** This many, bare, doubled once or twice as within JSON strings, or each encoded. */
const backslashes = (count: number): string =>
  String.raw`(?:\\{${count},${count * 4}}|(?:%(?:25){0,2}5[cC]|\\{1,3}u005[cC]|&(?:amp;)?#(?:0*92|[xX]0*5[cC]);){${count}})`

const literal = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/-]/, String.raw`\$&`)

const hex = (value: number, digits: number) =>
  value
    .toString(16)
    .padStart(digits, '0')
    .replaceAll(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
