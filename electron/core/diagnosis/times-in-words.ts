/** A time in a sentence, in milliseconds since 1970, and whether the sentence calls it the present. */
interface TimeInWords {
  at: number
  isNow: boolean
}

const time =
  /(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})? ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)|(\d{8}T\d{6}Z)|\b(1\d{9})(?:\.\d{1,9}|\d{3})?\b|(\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d(?: [AP]M)?)/g
const present = /\b(?:now|current(?: ?time)?|server(?: ?time)?|system time|today)\b[^\d]{0,30}$/i

/** The times that a server's sentence names; the first ten. */
export function timesInWords(words: string): TimeInWords[] {
  return [...words.slice(0, 4000).matchAll(time)].slice(0, 10).flatMap((match) => {
    const at = timeOf(match)
    if (at === null) return []
    const before = words.slice(Math.max(0, match.index - 50), match.index)
    return [{ at, isNow: present.test(before) }]
  })
}

function timeOf([, iso, compact, epoch, american]: readonly (string | undefined)[]): number | null {
  const parsed = Date.parse(textOf(iso, compact, american))
  if (epoch !== undefined) return Number(epoch) * 1000
  return Number.isNaN(parsed) ? null : parsed
}

function textOf(iso?: string, compact?: string, american?: string): string {
  if (compact !== undefined) {
    return compact.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  }
  if (american !== undefined) return `${american} UTC`
  const text = (iso ?? '')
    .replace(/^(\S{10}) /, '$1T')
    .replace(/ ?(?:UTC|GMT)$/, 'Z')
    .replace(/ ([+-])/, '$1')
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`
}
