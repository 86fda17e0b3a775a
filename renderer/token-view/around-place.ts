import { markedPlace } from './marked-place.ts'

/** So much is shown before the place, and so much after it: what was read, and a little of what could not be. */
const most = { before: 4000, after: 1000 } as const

/** A text cut at a place of it, and where it is long to what is around that. */
export function aroundPlace(text: string, at: number): ReturnType<typeof markedPlace> {
  const start = Math.max(0, at - most.before)
  const end = at + most.after
  const { before, place, after } = markedPlace({ near: text.slice(start, end), nearAt: at - start })
  return { before: start === 0 ? before : `… ${before}`, place, after: end < text.length ? `${after} …` : after }
}
