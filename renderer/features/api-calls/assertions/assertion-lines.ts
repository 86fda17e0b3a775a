import { memberRange } from '../../../../electron/common/json-member-range.ts'

/** The line of a place in a JSON text as it is shown, counted from 1; null where it is not there. @see RFC 6901 */
export function lineOfPlace(text: string, pointer: string): number | null {
  const offset = offsetOfPlace(text, pointer)
  return offset === null ? null : text.slice(0, offset).split('\n').length
}

export function offsetOfPlace(text: string, pointer: string): number | null {
  return pointer === '' ? 0 : (memberRange(text, pointer)?.[0] ?? null)
}
