/** Finds these values in a text, wherever they are, but within the braces of a variable. Takes linear time. */
export type FindSecrets = (text: string) => string[]

/** Characters by which values are told apart before they are compared. */
const start = 6

export function secretFinder(values: Iterable<string>): FindSecrets {
  const byStart = new Map<string, Set<string>>()
  const begins = new Uint8Array(1 << 16)
  for (const value of values) {
    if (!isTelling(value)) continue
    const key = value.slice(0, start)
    byStart.set(key, (byStart.get(key) ?? new Set()).add(value))
    begins[markOf(value, 0)] = 1
  }
  if (byStart.size === 0) return () => []
  return (text) => {
    const found = new Set<string>()
    for (let at = 0; at + start <= text.length; at++) {
      if (begins[markOf(text, at)] !== 1) continue
      const candidates = byStart.get(text.slice(at, at + start))
      if (candidates === undefined) continue
      for (const value of candidates) if (text.startsWith(value, at) && !isName(text, at)) found.add(value)
    }
    return [...found].toSorted((one, other) => other.length - one.length)
  }
}

const markOf = (text: string, at: number): number =>
  (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 7 + text.charCodeAt(at + 2)) & 0xffff

const isName = (text: string, at: number): boolean => text.startsWith('{{', at - 2)

/** Words that anyone may use, such as `secret` or `test`, are found everywhere and say nothing. */
const isTelling = (value: string): boolean =>
  value.length >= 8 && !/^https?:\/\/[^?]*$/i.test(value) && (/\d/.test(value) || value.length >= 20)

/** In the place of a secret where nothing is resolved. */
export const mark = '•••'

/** A text with what `instead` gives in the place of each secret. */
export function withoutSecrets(text: string, find: FindSecrets, instead: (value: string) => string): string {
  let written = text
  for (const value of find(text)) written = written.replaceAll(value, () => instead(value))
  return written
}
