import type { TextRange } from '../../../../electron/common/json-member-range.ts'
import { foundParts } from '../found-parts.ts'

/** More marks than these would say nothing, and cost time. */
const mostMarks = 2000

/** Finds the words of a search in a text, as the table of the history does. */
export const soughtRanges =
  (words: readonly string[]) =>
  (text: string): TextRange[] => {
    if (words.length === 0) return []
    const ranges: TextRange[] = []
    let at = 0
    for (const part of foundParts(text, words)) {
      if (part.isMatch && ranges.length < mostMarks) ranges.push([at, at + part.text.length])
      at += part.text.length
    }
    return ranges
  }
