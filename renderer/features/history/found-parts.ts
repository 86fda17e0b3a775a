import { folded } from '../../../electron/common/words-in.ts'

/** A text in parts: those that were looked for, and those between. */
interface Part {
  text: string
  isMatch: boolean
}

/** A text with the words of a search (`wordsIn`): each where a word begins with it. */
export function foundParts(text: string, words: readonly string[]): Part[] {
  if (words.length === 0 || text === '') return [{ text, isMatch: false }]
  const parts: Part[] = []
  let plain = 0
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}\p{Co}\p{M}]+/gu)) {
    const length = matchLength(word, words)
    if (length === 0) continue
    if (index > plain) parts.push({ text: text.slice(plain, index), isMatch: false })
    parts.push({ text: text.slice(index, index + length), isMatch: true })
    plain = index + length
  }
  if (plain < text.length) parts.push({ text: text.slice(plain), isMatch: false })
  return parts
}

/** How many characters of this word the longest of the words that it begins with takes; 0 for none. */
function matchLength(word: string, words: readonly string[]): number {
  const letters = Array.from(word)
  const compared = letters.map(folded)
  const whole = compared.join('')
  const longest = Math.max(0, ...words.filter((one) => whole.startsWith(one)).map((one) => one.length))
  let [taken, length] = [0, 0]
  for (const [at, letter] of letters.entries()) {
    if (taken >= longest) break
    taken += compared[at]?.length ?? 0
    length += letter.length
  }
  return length
}
