/** What a person typed, as words in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

interface Part {
  text: string
  isMatch: boolean
}

/** A name in parts: those in which a word was found, and those between. */
export function markedParts(name: string, words: readonly string[]): Part[] {
  const lower = name.toLowerCase()
  // A few letters are longer in lower case; places in one text are none in the other then.
  if (lower.length !== name.length) return [{ text: name, isMatch: false }]
  const isMarked = new Uint8Array(name.length)
  for (const word of words) {
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) isMarked.fill(1, at, at + word.length)
  }
  const parts: Part[] = []
  let start = 0
  for (let end = 1; end <= name.length; end++) {
    if (end < name.length && isMarked[end] === isMarked[start]) continue
    parts.push({ text: name.slice(start, end), isMatch: isMarked[start] === 1 })
    start = end
  }
  return parts
}
