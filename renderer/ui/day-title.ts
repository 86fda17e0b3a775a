/** `Today, 28 November`, `Thursday, 26 November`, with the year where it is another. Times in milliseconds since 1970. */
export function dayTitle(startsAt: number, now: number): string {
  const [day, today] = [new Date(startsAt), new Date(now)]
  const isThisYear = day.getFullYear() === today.getFullYear()
  const date = day.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' as const }),
  })
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  if (day.toDateString() === today.toDateString()) return `Today, ${date}`
  if (day.toDateString() === yesterday.toDateString()) return `Yesterday, ${date}`
  return `${day.toLocaleDateString('en-GB', { weekday: 'long' })}, ${date}`
}
