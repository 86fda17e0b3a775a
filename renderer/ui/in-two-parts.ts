/** From how many characters on a name may not fit on a line, and how many of its end are kept. */
const long = 16
const longestEnd = 16

/** The beginnings that several of these names have, as far as one is sure to be shown. */
export function sharedStarts(names: readonly string[]): ReadonlySet<string> {
  const once = new Set<string>()
  const shared = new Set<string>()
  for (const start of names.map(startOf)) (once.has(start) ? shared : once).add(start)
  return shared
}

export const startOf = (name: string): string => name.slice(0, long)

/** A long name before its last word, and that word with the space before it; empty where there is none that is short. */
export function inTwoParts(name: string): [start: string, end: string] {
  const space = name.trimEnd().lastIndexOf(' ')
  const end = name.slice(space)
  return name.length <= long || space <= 0 || end.length > longestEnd ? [name, ''] : [name.slice(0, space), end]
}
