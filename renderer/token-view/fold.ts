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

function cutAt(text: string, at: number): number {
  const code = text.charCodeAt(at - 1)
  return code >= 0xd800 && code <= 0xdbff ? at - 1 : at
}
