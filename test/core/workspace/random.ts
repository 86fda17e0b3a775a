/** The seed that is given as text, else a new one; a test says which it was when it fails. */
export const seedOf = (given: string | undefined): number => Number(given ?? Math.floor(Math.random() * 2 ** 31))

/** Numbers from 0 to 1 that are the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
