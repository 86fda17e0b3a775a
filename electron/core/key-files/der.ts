/** Where an element lies: from its tag to the end of its content. */
interface Element {
  tag: number
  start: number
  end: number
}

const integerTag = 0x02
const constructed = 0x20

/**
 * The small integers in a DER structure down to a depth, in order; anything that is not DER ends the list. Enough to tell
 * formats apart by their version, and to see how many rounds a key derivation asks for.
 * @see X.690 §8
 */
export function smallIntegers(bytes: Buffer, depth: number, start = 0, end = bytes.length): number[] {
  const found: number[] = []
  for (let element = elementAt(bytes, start, end); element !== null; element = elementAt(bytes, element.end, end)) {
    const length = element.end - element.start
    if (element.tag === integerTag && length > 0 && length <= 6) found.push(bytes.readUIntBE(element.start, length))
    if ((element.tag & constructed) !== 0 && depth > 0) {
      for (const inner of smallIntegers(bytes, depth - 1, element.start, element.end)) found.push(inner)
    }
  }
  return found
}

/** The tags of the first elements inside the outermost SEQUENCE. */
export function tagsInside(bytes: Buffer): number[] {
  const outer = elementAt(bytes, 0, bytes.length)
  const tags: number[] = []
  if (outer === null || outer.tag !== 0x30) return tags
  let inner = elementAt(bytes, outer.start, outer.end)
  while (inner !== null && tags.length < 4) {
    tags.push(inner.tag)
    inner = elementAt(bytes, inner.end, outer.end)
  }
  return tags
}

/** What is in the element that a path leads to, which counts the elements of each level from 0; null where there is none. */
export function contentAt(bytes: Buffer, path: readonly number[]): Buffer | null {
  let [start, end] = [0, bytes.length]
  for (const index of path) {
    let element = elementAt(bytes, start, end)
    for (let count = 0; count < index && element !== null; count += 1) element = elementAt(bytes, element.end, end)
    if (element === null) return null
    ;({ start, end } = element)
  }
  return bytes.subarray(start, end)
}

/** True for what begins as PKCS#12 does: a SEQUENCE of the version 3 and a SEQUENCE. @see RFC 7292 §4 */
export function isPfx(bytes: Buffer): boolean {
  const [version, content] = tagsInside(bytes)
  if (version === 0x02 && content === 0x30) return smallIntegers(bytes, 1)[0] === 3
  // BER leaves the length open.
  return bytes.subarray(0, 6).equals(Buffer.from('308002010330', 'hex'))
}

function elementAt(bytes: Buffer, offset: number, limit: number): Element | null {
  const tag = bytes[offset]
  const first = bytes[offset + 1]
  if (tag === undefined || first === undefined || offset + 2 > limit) return null
  const more = first < 0x80 ? 0 : first & 0x7f
  if (first === 0x80 || more > 4 || offset + 2 + more > limit) return null
  const length = more === 0 ? first : bytes.readUIntBE(offset + 2, more)
  const start = offset + 2 + more
  return start + length > limit ? null : { tag, start, end: start + length }
}
