const least = 2
const most = 8
/** Characters that fit into a line of the narrowest panel. */
const width = 42
/** More of a note cannot need more rows. */
const looked = most * width * 2

/** How many rows a note is given. Measuring it instead would take a second for a note of a megabyte. */
export function rowsOf(text: string): number {
  const lines = text.slice(0, looked).split('\n')
  const rows = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0)
  return Math.min(most, Math.max(least, rows))
}
