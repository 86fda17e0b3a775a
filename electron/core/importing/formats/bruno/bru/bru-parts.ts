import type { BrunoPair } from '../bruno-collection.ts'
import type { BruPair } from './bru-pairs.ts'

export const plainPair = ({ name, value, enabled }: BruPair): BrunoPair => ({ name, value, enabled })

/** Takes `@contentType(…)` off the end of a value. */
export function contentTypeOf(text: string): { value: string; contentType: string } {
  const trimmed = text.trimEnd()
  const at = trimmed.endsWith(')') ? trimmed.lastIndexOf('@contentType(') : -1
  if (at < 0) return { value: text, contentType: '' }
  return { value: trimmed.slice(0, at).trimEnd(), contentType: trimmed.slice(at + 13, -1) }
}

/** The paths of `@file(…|…)`; null where the value is a text. */
export const filesOf = (text: string): string[] | null =>
  text.startsWith('@file(') && text.endsWith(')') ? text.slice(6, -1).split('|').filter(Boolean) : null
