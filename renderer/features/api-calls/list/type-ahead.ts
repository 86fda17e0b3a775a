/** What was typed to come to a row, and when, in milliseconds of any clock. */
export interface Typed {
  text: string
  at: number
}

const oneCharacter = /^.$/u

/** Milliseconds after which a letter begins another word. */
const pause = 700

/** Takes another key; null for one that is no letter of a name. A space belongs to a word that was begun. */
export function typedMore(before: Typed | null, key: string, at: number): Typed | null {
  const goesOn = before !== null && at - before.at < pause
  if (!oneCharacter.test(key) || (key === ' ' && !goesOn)) return null
  return { text: (goesOn ? before.text : '') + key.toLowerCase(), at }
}

/** The next name that begins so, from the current one on; with one letter from the one after it, so that it leads to each. */
export function foundAhead(names: readonly string[], current: number, typed: string): number | null {
  const first = oneCharacter.test(typed) ? 1 : 0
  for (let step = first; step < names.length + first; step++) {
    const index = (Math.max(0, current) + step) % names.length
    if (names[index]?.toLowerCase().startsWith(typed) === true) return index
  }
  return null
}
