import { visible } from './visible.ts'

const longest = 400

/** Text from anywhere as one line that hides and reorders nothing; the end of a very long one is cut. */
export function oneLine(text: string): string {
  const line = visible(text.replace(/\s+/g, ' ').trim())
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
