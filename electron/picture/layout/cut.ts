import { widthOf } from './text-width.ts'

/** A text that fits: bytes lose their middle, because hosts and the ends of paths matter; words lose their end. */
export function cut(text: string, width: number, isBytes: boolean): string {
  if (widthOf(text, isBytes) <= width) return text
  const characters = [...text]
  return isBytes ? withoutMiddle(characters, width) : `${taken(characters, width - 8, false).trimEnd()}…`
}

function withoutMiddle(characters: readonly string[], width: number): string {
  const half = (width - 8) / 2
  const end = taken(characters.toReversed(), half, true)
  return `${taken(characters, half, true)}…${[...end].toReversed().join('')}`
}

function taken(characters: readonly string[], width: number, isBytes: boolean): string {
  let [text, left] = ['', width]
  for (const character of characters) {
    left -= widthOf(character, isBytes)
    if (left < 0) break
    text += character
  }
  return text
}
