/** Reads a header field from left to right and never goes back. */
export class HeaderReader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length
  }

  /** True before the comma that ends a list item, and at the end. */
  get atItemEnd(): boolean {
    return this.atEnd || this.#text[this.#at] === ','
  }

  /** What a sticky pattern matches here, or nothing. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  /** The text of a quoted string, its escapes undone; null when none begins here. One without an end goes to the end of the field. @see RFC 9110 §5.6.4 */
  takeQuoted(): string | null {
    if (this.#text[this.#at] !== '"') return null
    const start = this.#at + 1
    const end = this.#endOfQuoted(start)
    this.#at = end + 1
    return this.#text.slice(start, end).replaceAll(/\\(.)/gs, '$1')
  }

  /** Goes on to the next comma that is not quoted. */
  skipItem(): void {
    while (!this.atItemEnd) {
      this.#at = this.#text[this.#at] === '"' ? this.#endOfQuoted(this.#at + 1) + 1 : this.#at + 1
    }
  }

  #endOfQuoted(start: number): number {
    for (let at = start; at < this.#text.length; at++) {
      if (this.#text[at] === '\\') at++
      else if (this.#text[at] === '"') return at
    }
    return this.#text.length
  }
}
