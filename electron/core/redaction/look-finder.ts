import { Buffer } from 'node:buffer'

/** A text to look for in views, whose characters are bytes. */
export interface Look {
  text: string
}

/** Shorter looks are in too many texts by chance. */
export const shortestLook = 4

const buckets = 1 << 16

/**
 * Makes what finds any of many texts in one pass, so that it takes time by the length of the view and not by the number of
 * looks. What it finds is in the order of the view.
 */
export function lookFinder<Wanted extends Look>(looks: Iterable<Wanted>) {
  const byKey = new Map<number, Wanted[]>()
  const isLikely = new Uint8Array(buckets)
  for (const look of looks) {
    const key = keyOf(look.text)
    isLikely[bucketOf(key)] = 1
    const others = byKey.get(key)
    if (others === undefined) byKey.set(key, [look])
    else others.push(look)
  }
  return (view: string, onFound: (look: Wanted, at: number) => void): void => {
    if (byKey.size === 0) return
    const bytes = Buffer.from(view, 'latin1')
    let key = 0
    for (let end = 0; end < bytes.length; end += 1) {
      key = (key << 8) | (bytes[end] ?? 0)
      if (end < shortestLook - 1 || isLikely[bucketOf(key)] === 0) continue
      const at = end - shortestLook + 1
      for (const look of byKey.get(key) ?? []) if (view.startsWith(look.text, at)) onFound(look, at)
    }
  }
}

const keyOf = (text: string): number => Buffer.from(text.slice(0, shortestLook), 'latin1').readInt32BE()

/** Mixes the four bytes (Knuth's multiplicative hash), for most of a text is of few characters. */
const bucketOf = (key: number): number => Math.imul(key, 0x9e_37_79_b1) >>> 16
