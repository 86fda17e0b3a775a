/** A number of seconds in words, without its sign. */
export function duration(text: string): string {
  const seconds = Math.abs(Number(text))
  if (seconds < 1) return 'less than a second'
  if (seconds < 120) return `${seconds} s`
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`
}
