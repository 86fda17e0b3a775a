/** A time of milliseconds since 1970 in UTC, to the second; the number itself where there is no such date. */
export function utc(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? String(at) : date.toISOString().replace(/\.\d+Z$/, 'Z')
}
