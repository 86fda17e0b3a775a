import { widthOf } from './text-width.ts'

/** A text that fits: bytes lose their middle, because hosts and the ends of paths matter; words lose their end. */
export function cut(text: string, width: number, isBytes: boolean): string {
  if (widthOf(text, isBytes) <= width) return text
  const characters = charactersOf(text)
  return isBytes
    ? withoutMiddle(characters, width)
    : `${taken(characters, width - 8, false)
        .join('')
        .trimEnd()}…`
}

function withoutMiddle(characters: readonly string[], width: number): string {
  const half = (width - 8) / 2
  const start = taken(characters, half, true)
  const end = taken(characters.toReversed(), half, true)
  return `${start.join('')}…${end.toReversed().join('')}`
}

/** As many as fit. */
function taken(characters: readonly string[], width: number, isBytes: boolean): string[] {
  let left = width
  const end = characters.findIndex((character) => (left -= widthOf(character, isBytes)) < 0)
  return characters.slice(0, end < 0 ? characters.length : end)
}

/** What a person takes for one character: no accent or emoji loses a part. */
const charactersOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

const segmenter = new Intl.Segmenter('en')
