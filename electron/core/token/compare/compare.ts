import { timeOf, type Time } from '../../../common/claim-time.ts'
import type { ComparisonRow } from '../../../contract/comparison.ts'
import type { JsonObject } from '../../../contract/json-object.ts'
import { compareAfterIssue, compareIssueTimes, compareMoments, type IssueTimes } from './compare-times.ts'
import { compareValues, isSameText } from './compare-values.ts'

type Judged = Pick<ComparisonRow, 'change' | 'meaning'>
type CompareTimes = (name: string, left: Time, right: Time, issued: IssueTimes) => Judged

/** Two objects of two tokens, name by name, in the order of the left one, then what only the right one has. */
export function compareObjects(left: JsonObject, right: JsonObject): ComparisonRow[] {
  return rowsOf(left, right, (name, one, other, issued) =>
    name === 'iat' ? compareIssueTimes(one, other) : compareAfterIssue(one, other, issued),
  )
}

/** The claims of a token beside what its server says of the same token: times are compared as they are. @see RFC 7662 §2.2 */
export function compareWithAnswer(claims: JsonObject, answer: JsonObject): ComparisonRow[] {
  return rowsOf(claims, answer, (_name, one, other) => compareMoments(one, other))
}

const times = new Set(['iat', 'exp', 'nbf', 'auth_time'])

function rowsOf(left: JsonObject, right: JsonObject, compareTimes: CompareTimes): ComparisonRow[] {
  const [ofLeft, ofRight] = [sourcesOf(left), sourcesOf(right)]
  const issued = { left: timeOf(ofLeft.get('iat')?.at(-1)), right: timeOf(ofRight.get('iat')?.at(-1)) }
  return Array.from(new Set([...ofLeft.keys(), ...ofRight.keys()]), (name): ComparisonRow => {
    const [one, other] = shownOf(ofLeft.get(name), ofRight.get(name))
    if (one === null) return { name, change: 'added', left: one, right: other, meaning: null }
    if (other === null) return { name, change: 'removed', left: one, right: other, meaning: null }
    return {
      name,
      left: one,
      right: other,
      ...judge(name, one, other, (...pair) => compareTimes(name, ...pair, issued)),
    }
  })
}

function judge(name: string, left: string, right: string, compareTimes: (left: Time, right: Time) => Judged): Judged {
  if (isSameText(left, right)) return { change: 'same', meaning: null }
  const [one, other] = times.has(name) ? [timeOf(left), timeOf(right)] : [null, null]
  return one === null || other === null ? compareValues(name, left, right) : compareTimes(one, other)
}

/** The sources of each name, more than one where the name comes more than once. */
function sourcesOf({ members }: JsonObject): ReadonlyMap<string, string[]> {
  const sources = new Map<string, string[]>()
  for (const { name, source } of members) {
    const known = sources.get(name)
    if (known === undefined) sources.set(name, [source])
    else known.push(source)
  }
  return sources
}

/** Of duplicates the last, as JSON.parse takes it; where both sides have several, all of them as a list. */
function shownOf(
  left: readonly string[] = [],
  right: readonly string[] = [],
): readonly [left: string | null, right: string | null] {
  const isList = left.length > 1 && right.length > 1
  return isList ? [listOf(left), listOf(right)] : [left.at(-1) ?? null, right.at(-1) ?? null]
}

const listOf = (sources: readonly string[]) => `[${sources.join(', ')}]`
