import type { BrunoPair } from './bruno-collection.ts'

/** `NAME=value` on each line, with or without `export` and quotes; values in quotes are on one line here. */
export function dotenvPairs(text: string): BrunoPair[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const match = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=(.*)$/.exec(line)
    if (match === null) return []
    const [, name = '', rest = ''] = match
    return [{ name, value: valueOf(rest.trim()), enabled: true }]
  })
}

function valueOf(text: string): string {
  const quote = text.charAt(0)
  const close = quote === '"' || quote === "'" || quote === '`' ? text.indexOf(quote, 1) : -1
  if (close < 0) return (text.split(' #', 1)[0] ?? '').trim()
  const inner = text.slice(1, close)
  return quote === '"' ? inner.replaceAll('\\n', '\n') : inner
}
