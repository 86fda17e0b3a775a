/** From how many characters on a name may not fit on a line, and how many of its end are kept. */
const long = 16
const longestEnd = 16

/** A long name before its last word, and that word with the space before it; empty where there is none that is short. */
export function inTwoParts(name: string): [start: string, end: string] {
  const space = name.trimEnd().lastIndexOf(' ')
  const end = name.slice(space)
  return name.length <= long || space <= 0 || end.length > longestEnd ? [name, ''] : [name.slice(0, space), end]
}
