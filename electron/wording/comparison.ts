import { assertNever } from '../common/assert-never.ts'
import type { Change, Vocabulary } from '../common/comparison-vocabulary.ts'
import type { Comparison, ComparisonRow, Incomparable } from '../contract/comparison.ts'

export const partTitles: Readonly<Record<Extract<Comparison, { kind: 'compared' }>['parts'][number]['name'], string>> =
  { header: 'Header', claims: 'Claims', response: 'Token response' }

/** `3 changed, 1 added, 2 removed, 9 the same or equivalent`. */
export function comparisonSummary(rows: readonly Pick<ComparisonRow, 'change'>[], { words }: Vocabulary): string {
  if (rows.length === 0) return 'There is nothing to compare.'
  const count = (change: Change) => rows.filter((row) => row.change === change).length
  const differences = (['changed', 'added', 'removed'] as const)
    .filter((change) => count(change) > 0)
    .map((change) => `${number(count(change))} ${words[change].toLowerCase()}`)
  const alike = count('same') + count('equivalent')
  if (differences.length === 0) return `No difference: ${number(alike)} the same or equivalent`
  return [...differences, ...(alike > 0 ? [`${number(alike)} the same or equivalent`] : [])].join(', ')
}

/** What lies behind a change that the two texts alone do not tell; null when they do. */
export function meaningSentence(row: ComparisonRow, sides: Vocabulary): string | null {
  switch (row.meaning?.kind) {
    case 'after_issue':
      return afterIssue(row.name, row.meaning, row, sides)
    case 'later':
      return later(row.meaning.seconds, sides)
    case 'set':
      return ofSet(row, row.meaning, sides)
    case undefined:
      return ofText(row, sides)
    default:
      return assertNever(row.meaning)
  }
}

interface Distances {
  left: number | null
  right: number | null
}

function afterIssue(
  name: string,
  { left, right }: Distances,
  row: Pick<ComparisonRow, 'left' | 'right'>,
  sides: Vocabulary,
): string {
  const verb = name === 'exp' ? 'expires ' : ''
  if (row.left === null || row.right === null) return verb + distance(row.left === null ? right : left)
  if (left !== null && left === right) return `both ${name === 'exp' ? 'expire ' : ''}${distance(left)}`
  return `${verb}${distance(left)} ${sides.left}, ${distance(right)} ${sides.right}`
}

function distance(seconds: number | null): string {
  if (seconds === null) return 'at an unknown time after issue'
  if (seconds === 0) return 'at issue'
  return `${span(seconds)} ${seconds > 0 ? 'after' : 'before'} issue`
}

function later(seconds: number, sides: Vocabulary): string {
  if (seconds === 0) return 'the same time'
  return `${span(seconds)} ${seconds > 0 ? 'later' : 'earlier'} ${sides.right}`
}

/** Seconds as such, for they are compared, and in larger units where nobody counts in seconds. */
function span(seconds: number): string {
  const size = Math.abs(seconds)
  const unit = size >= 172_800 ? ([86_400, 'd'] as const) : size >= 7200 ? ([3600, 'h'] as const) : null
  const exact = `${number(size)} s`
  if (unit === null) return exact
  const [length, name] = unit
  const about = Math.round((size / length) * 10) / 10
  return `${exact} (${about * length === size ? '' : 'about '}${number(about)} ${name})`
}

interface SetDifference {
  onlyLeft: readonly string[]
  onlyRight: readonly string[]
}

const nouns: Readonly<Record<string, string>> = { scope: 'scopes', scp: 'scopes', scopes: 'scopes', aud: 'audiences' }

function ofSet(row: ComparisonRow, { onlyLeft, onlyRight }: SetDifference, sides: Vocabulary): string {
  const only = [
    ...(onlyLeft.length > 0 ? [`only ${sides.left}: ${onlyLeft.join(', ')}`] : []),
    ...(onlyRight.length > 0 ? [`only ${sides.right}: ${onlyRight.join(', ')}`] : []),
  ]
  if (only.length > 0) return only.join('; ')
  const noun = nouns[row.name] ?? 'values'
  if (isOnce(row, isList)) return `same ${noun}, once in a list and once not`
  return row.change === 'equivalent' ? `same ${noun} in another order` : `same ${noun}`
}

function ofText(row: ComparisonRow, sides: Vocabulary): string | null {
  if (row.left === null || row.right === null || row.change === 'same') return null
  if (row.change === 'equivalent') {
    return isOnce(row, isList) ? 'the same value, once in a list and once not' : 'written differently, means the same'
  }
  if (row.change === 'changed' && sides.ownOfEach.includes(row.name)) return 'as it should be: every token has its own'
  const types = [typeOf(row.left), typeOf(row.right)]
  return types[0] === types[1] ? null : `${types[0]} ${sides.left}, ${types[1]} ${sides.right}`
}

const isList = (source: string) => source.startsWith('[')

const isOnce = ({ left, right }: ComparisonRow, test: (source: string) => boolean) =>
  left !== null && right !== null && test(left) !== test(right)

/** The JSON type of a value's source text. @see RFC 8259 §3 */
function typeOf(source: string): string {
  switch (source[0]) {
    case '"':
      return 'text'
    case '{':
      return 'an object'
    case '[':
      return 'a list'
    case 't':
    case 'f':
      return 'true or false'
    case 'n':
      return 'null'
    default:
      return 'a number'
  }
}

/** Why a side has nothing to compare. */
export const incomparableSentences: Readonly<Record<Incomparable, string>> = {
  missing: 'There is no such token any more. Request one, then compare.',
  empty: 'There is nothing in it.',
  opaque: 'It is an opaque token: it has no header or claims. Only its authorization server knows what it stands for.',
  jwe: 'It is an encrypted token (JWE): its claims can be read only with the key of the API that it is meant for.',
  malformed: 'It looks like a JWT and is malformed. The token inspector says where.',
  signed_content: 'Its payload is no JSON object, so there are no claims to compare.',
  paseto: 'It is a PASETO whose claims cannot be read here.',
}

const number = (value: number) => value.toLocaleString('en')
