import { visible } from '../../../electron/common/visible.ts'
import { foundParts } from './found-parts.ts'
import './found.css'

/** A text from outside, with the words of the search (`wordsIn`) marked. */
export function FoundText({ text, words }: { text: string; words: readonly string[] }) {
  const shown = visible(text)
  if (words.length === 0) return shown
  return foundParts(shown, words).map((part, index) =>
    part.isMatch ? <mark key={index}>{part.text}</mark> : part.text,
  )
}
