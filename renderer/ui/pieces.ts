/** A long text in pieces that a browser lays out one by one, ending with a line where one ends in reach. */
export function pieces(text: string, size: number): string[] {
  const found: string[] = []
  let from = 0
  while (from < text.length) {
    const end = from + size
    const line = text.slice(from, end).lastIndexOf('\n')
    const to = end >= text.length ? text.length : line >= 0 ? from + line + 1 : cutAt(text, end)
    found.push(text.slice(from, to))
    from = to
  }
  return found
}

/** The place itself, or one before it that does not part a character of two units. */
export function cutAt(text: string, at: number): number {
  const code = text.charCodeAt(at - 1)
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at
}
