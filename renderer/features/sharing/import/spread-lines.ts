/**
 * What was pasted, as one value for each of the fields from the one that has the focus on: a list of secrets has a line for
 * each. Empty lines leave their field as it is. Null when it is one value: a single line, a key, JSON.
 */
export function spreadLines(pasted: string): readonly string[] | null {
  const text = pasted.replace(/[\r\n]+$/, '')
  if (!/[\r\n]/.test(text) || text.includes('-----BEGIN') || /^\s*[[{]/.test(text)) return null
  return text.split(/\r\n|\r|\n/)
}
