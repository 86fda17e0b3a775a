/**
 * What was pasted, as one value for each of the fields from the one that has the focus on: a list of secrets has a line for
 * each. Empty lines leave their field as it is. Null when it is one value: a single line, a key, JSON.
 */
export function spreadLines(pasted: string): readonly string[] | null {
  const lines = pasted.split(/\r\n|\r|\n/)
  const count = lines.findLastIndex((line) => line !== '') + 1
  if (count < 2 || pasted.includes('-----BEGIN') || /^\s*[[{]/.test(pasted)) return null
  return lines.slice(0, count)
}
