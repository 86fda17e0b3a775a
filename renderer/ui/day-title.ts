/** `Today, 28 November`, `Thursday, 26 November`, with the year where it is not this one. `today` is its midnight. */
export function dayTitle(at: number, today: number): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return 'Time not known'
  const now = new Date(today)
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  const day = date.toDateString()
  const name =
    day === now.toDateString()
      ? 'Today'
      : day === yesterday.toDateString()
        ? 'Yesterday'
        : date.toLocaleDateString('en-GB', { weekday: 'long' })
  const isThisYear = date.getFullYear() === now.getFullYear()
  const said = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  })
  return `${name}, ${said}`
}
