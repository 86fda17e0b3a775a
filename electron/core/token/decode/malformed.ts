import type { DecodedToken } from '../../../contract/decoded-token.ts'

export type Malformed = Extract<DecodedToken, { kind: 'malformed' }>
export type Segment = Malformed['segment']

/** Characters shown on each side of a place. */
const around = 12

/** The text around a place, without halves of characters, and where in it that place is. */
export function nearOf(text: string, offset: number): Required<Pick<Malformed, 'near' | 'nearAt'>> {
  const before = text.slice(Math.max(0, offset - around), offset).replace(/^[\uDC00-\uDFFF]/, '')
  const after = text.slice(offset, offset + around).replace(/[\uD800-\uDBFF]$/, '')
  return { near: before + after, nearAt: before.length }
}

/** A fault at a character of the token, where nothing could be decoded. */
export function malformedAt(token: string, segment: Segment, offset: number, reason: Malformed['reason']): Malformed {
  return { kind: 'malformed', segment, offset, byteOffset: null, ...nearOf(token, offset), reason }
}
