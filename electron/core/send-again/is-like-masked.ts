import { masked } from './unmasking.ts'

/** Whether a text may be the one that was masked: all that is not masked is there, in its order. */
export function isLikeMasked(recorded: string, text: string): boolean {
  const [first = '', ...others] = recorded.split(masked)
  const last = others.pop()
  if (last === undefined) return text === recorded
  if (!text.startsWith(first) || !text.endsWith(last)) return false
  const end = text.length - last.length
  let at = first.length
  for (const part of others) {
    const found = text.indexOf(part, at)
    if (found === -1 || found + part.length > end) return false
    at = found + part.length
  }
  return at <= end
}
