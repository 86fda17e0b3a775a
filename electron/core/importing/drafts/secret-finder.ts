/** A value that was found in a text, and where. */
interface Found {
  at: number
  value: string
}

/** Finds values in a text, in order, the longest where several begin, none within another. Takes linear time. */
export type FindSecrets = (text: string) => readonly Found[]

/** Characters by which values are told apart before they are compared. */
const start = 6

/** Values with the same beginning, by their length, the longest first, and by what their further parts are. */
type Candidates = ReadonlyMap<number, ReadonlyMap<string, readonly string[]>>

/** Finds what is secret, but for words that anyone may use, such as `secret` or `test`: they are everywhere and say nothing. */
export function secretFinder(values: Iterable<string>): FindSecrets {
  return finderOf([...values].filter(isTelling))
}

/** Finds what is secret in texts for people, in which a word too many may be missing: all but what may be a plain word. */
export const finderForPeople = (values: Iterable<string>): FindSecrets =>
  finderOf(
    [...values].filter(
      (value) =>
        isTelling(value) ||
        (value.length >= 8 && /^[^A-Za-z]|[A-Za-z][^A-Za-z]/.test(value) && !/^https?:/i.test(value)),
    ),
  )

/** Finds these values, wherever they are, but within the braces of a variable. */
export function finderOf(values: readonly string[]): FindSecrets {
  if (values.length === 0) return () => []
  const byStart = new Map<string, Candidates>()
  const begins = new Uint8Array(1 << 16)
  for (const [key, all] of grouped(new Set(values), (value) => value.slice(0, start))) {
    byStart.set(key, candidatesOf(all))
    begins[markOf(key, 0)] = 1
  }
  return (text) => {
    const found: Found[] = []
    for (let at = 0; at + start <= text.length; at++) {
      if (begins[markOf(text, at)] !== 1) continue
      const candidates = byStart.get(text.slice(at, at + start))
      const value = candidates === undefined || isName(text, at) ? undefined : valueAt(candidates, text, at)
      if (value === undefined) continue
      found.push({ at, value })
      at += value.length - 1
    }
    return found
  }
}

function candidatesOf(values: readonly string[]): Candidates {
  const byLength = [...grouped(values, ({ length }) => length)].toSorted(([one], [other]) => other - one)
  return new Map(byLength.map(([length, all]) => [length, grouped(all, (value) => partsOf(value, 0, length))] as const))
}

function valueAt(candidates: Candidates, text: string, at: number): string | undefined {
  for (const [length, byParts] of candidates) {
    if (at + length > text.length) continue
    const value = byParts.get(partsOf(text, at, length))?.find((one) => text.startsWith(one, at))
    if (value !== undefined) return value
  }
  return undefined
}

/** Of a value that begins here: the middle and the end of it. */
function partsOf(text: string, at: number, length: number): string {
  const middle = at + (length >> 1)
  const end = at + length
  return text.slice(middle, Math.min(middle + start, end)) + text.slice(end - start, end)
}

function grouped<Key>(values: Iterable<string>, keyOf: (value: string) => Key): Map<Key, string[]> {
  const groups = new Map<Key, string[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}

const markOf = (text: string, at: number): number =>
  (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 7 + text.charCodeAt(at + 2)) & 0xffff

const isName = (text: string, at: number): boolean => text.startsWith('{{', at - 2)

const isTelling = (value: string): boolean =>
  value.length >= 8 && !/^https?:\/\/[^?]*$/i.test(value) && (/\d/.test(value) || value.length >= 20)

/** In the place of a secret where nothing is resolved. */
export const mark = '•••'

/** A text with what `instead` gives in the place of each secret. */
export function withoutSecrets(text: string, find: FindSecrets, instead: (value: string) => string): string {
  const found = find(text)
  if (found.length === 0) return text
  let written = ''
  let end = 0
  for (const { at, value } of found) {
    written += text.slice(end, at) + instead(value)
    end = at + value.length
  }
  return written + text.slice(end)
}
