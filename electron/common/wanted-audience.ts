const named: ReadonlySet<string> = new Set(['aud', 'audience', 'audiences'])

/** Words that say that something else was wanted. */
const asking: ReadonlySet<string> = new Set([
  'must',
  'should',
  'expected',
  'expects',
  'expect',
  'requires',
  'required',
  'require',
  'wants',
])

/** Words between those and what was wanted. */
const between: ReadonlySet<string> = new Set([
  ...named,
  ...asking,
  ...'a an the of to be is one has have value claim contain include equal match'.split(' '),
])

/** How far apart these words may be. */
const near = 8

/**
 * Which audience an API asks for in the words of its refusal: empty where they speak of the audience and name none that
 * they want, null where they do not speak of it.
 */
export function wantedAudience(words: string): string | null {
  const list = words
    .slice(0, 2000)
    .split(/[\s"'`“”,;=[\]]+/)
    .map(withoutMark)
  const at = list.findIndex((word) => named.has(word.toLowerCase()))
  if (at < 0) return null
  const ask = list.findIndex((word, index) => asking.has(word.toLowerCase()) && Math.abs(index - at) <= near)
  if (ask < 0) return ''
  const wanted = list.slice(Math.max(at, ask) + 1).find((word) => word !== '' && !between.has(word.toLowerCase())) ?? ''
  return /[:/.]/.test(wanted) ? wanted : ''
}

/** Without the mark at the end of a sentence, or between a name and a value. */
const withoutMark = (word: string): string => (/[.:)]$/.test(word) ? word.slice(0, -1) : word)
