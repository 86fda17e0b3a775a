/** `1 min 48 s` of a duration in milliseconds, whichever way it goes; the two largest units, and of months or more the largest. */
export function timeSpan(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  const days = Math.floor(seconds / 86_400)
  if (days >= 2 * 365.25) return `${Math.floor(days / 365.25)} years`
  if (days >= 60) return `${days} days`
  const parts: [number, string][] = [
    [days, 'd'],
    [Math.floor((seconds % 86_400) / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ]
  const text = parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count} ${unit}`)
  return text.length === 0 ? '0 s' : text.join(' ')
}

/** `1 min 48 s ago` or `in 58 min 12 s`. */
export function relativeTime(at: number, now: number): string {
  if (Math.round(Math.abs(at - now) / 1000) === 0) return 'now'
  return at > now ? `in ${timeSpan(at - now)}` : `${timeSpan(at - now)} ago`
}
