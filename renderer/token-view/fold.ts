import { cutAt } from '../ui/pieces.ts'

/** A text cut for a glance, and how much it is in whole. */
export interface Folded {
  shown: string
  lines: number
  characters: number
  isWhole: boolean
}

interface Limit {
  lines: number
  characters: number
}

/** The beginning of a text, within both limits; never cut within a character of two units. */
export function fold(text: string, limit: Limit): Folded {
  const lines = countLines(text)
  const byLines = lines > limit.lines ? text.slice(0, endOfLine(text, limit.lines)) : text
  const shown = byLines.length > limit.characters ? byLines.slice(0, cutAt(byLines, limit.characters)) : byLines
  return { shown, lines, characters: text.length, isWhole: shown.length === text.length }
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

/** Where the n-th line ends. */
function endOfLine(text: string, n: number): number {
  let end = -1
  for (let line = 0; line < n; line++) end = text.indexOf('\n', end + 1)
  return end
}
