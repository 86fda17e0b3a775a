/** The name that is wanted, or where it is taken the first that is not of `numbered(2)`, `numbered(3)` and so on. */
export function freeName(
  wanted: string,
  isTaken: (name: string) => boolean,
  numbered: (count: number) => string = (count) => `${wanted}_${count}`,
): string {
  let free = wanted
  for (let count = 2; isTaken(free); count++) free = numbered(count)
  return free
}
