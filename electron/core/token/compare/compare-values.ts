import type { ComparisonRow } from '../../../contract/comparison.ts'
import { elementsOf, meantForm, writtenForm } from './compare-written.ts'
import { scopesOf } from '../../../common/scope.ts'

type Judged = Pick<ComparisonRow, 'change' | 'meaning'>

/** Claims whose words are in a list or, between spaces, in a string. @see RFC 8693 §4.2 */
const words = new Set(['scope', 'scp', 'scopes'])
/** Claims whose values have no order. @see RFC 7519 §4.1.3, RFC 8176 */
const sets = new Set([...words, 'aud', 'groups', 'roles', 'amr'])

export function isSameText(left: string, right: string): boolean {
  return left === right || writtenForm(left) === writtenForm(right)
}

/** Two values that are written differently. */
export function compareValues(name: string, left: string, right: string): Judged {
  if (meantForm(left) === meantForm(right)) return { change: 'equivalent', meaning: null }
  if (sets.has(name)) return compareSets(valuesOf(name, left), valuesOf(name, right))
  if (isListOfOther(left, right) || isListOfOther(right, left)) return { change: 'equivalent', meaning: nothingElse }
  return { change: 'changed', meaning: null }
}

const nothingElse = { kind: 'set', onlyLeft: [], onlyRight: [] } satisfies ComparisonRow['meaning']

const isListOfOther = (list: string, other: string) =>
  list.trimStart().startsWith('[') && meantForm(list) === `[${meantForm(other)}]`

/** What is in the set: how it reads, by what it means. */
type Values = ReadonlyMap<string, string>

function valuesOf(name: string, source: string): Values {
  const elements = elementsOf(source)
  const all = words.has(name) ? elements.flatMap(wordsIn) : elements
  return new Map(all.map(({ meant, text }) => [meant, text]))
}

function wordsIn(element: { meant: string; text: string }) {
  if (!element.meant.startsWith('"')) return [element]
  return scopesOf(element.text).map((word) => ({ meant: JSON.stringify(word), text: word }))
}

function compareSets(left: Values, right: Values): Judged {
  const only = (values: Values, others: Values) =>
    [...values].flatMap(([meant, text]) => (others.has(meant) ? [] : [text]))
  const meaning = { kind: 'set', onlyLeft: only(left, right), onlyRight: only(right, left) } as const
  const isSame = meaning.onlyLeft.length === 0 && meaning.onlyRight.length === 0
  return { change: isSame ? 'equivalent' : 'changed', meaning }
}
