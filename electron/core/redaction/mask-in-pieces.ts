import type { Mask } from './mask.ts'

/** Characters that are masked at a time: few enough that nobody waits for one, many enough that cutting costs little. */
const pieceLength = 1 << 18
/** What around a cut is looked at: a secret with its name is shorter. */
const around = 1 << 14
/** Places that are tried for one cut before the piece grows. */
const mostTried = 16

/**
 * Masks a text of any length that comes in parts, in pieces. A piece ends only where nothing that is masked goes on: behind a
 * character that ends a value, and where masking both sides alone gives what masking them together does.
 */
export class PieceMasker {
  readonly #mask: Mask
  #held = ''
  #length = pieceLength

  constructor(mask: Mask) {
    this.#mask = mask
  }

  /** Gives what of the text so far can be shown. */
  push(part: string): string {
    this.#held += part
    let shown = ''
    while (this.#held.length >= this.#length + around) {
      const cut = cleanCut(this.#held, this.#length, this.#mask)
      if (cut === null) {
        this.#length *= 2
        continue
      }
      shown += this.#mask(this.#held.slice(0, cut))
      this.#held = this.#held.slice(cut)
      this.#length = pieceLength
    }
    return shown
  }

  /** The rest, at the end of the text. */
  end(): string {
    const rest = this.#mask(this.#held)
    this.#held = ''
    return rest
  }
}

/** The last good place for a cut at or before `length`, but not in its first half; null without one. */
export function cleanCut(text: string, length: number, mask: Mask): number | null {
  let at = length
  for (let tried = 0; tried < mostTried; tried++) {
    while (at > length / 2 && !endsValue.has(text.charAt(at - 1))) at--
    if (at <= length / 2) return null
    const before = text.slice(Math.max(0, at - around), at)
    const after = text.slice(at, at + around)
    if (mask(before + after) === mask(before) + mask(after)) return at
    at--
  }
  return null
}

/** No character of a token. */
const endsValue: ReadonlySet<string> = new Set([',', ';', '}', ']', '>', '&', '\n'])
