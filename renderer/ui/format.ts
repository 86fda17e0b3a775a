/** `14:20:12`, with the date in front when it is another day. */
export function clockTime(at: number, now: number = Date.now()): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return 'not a time'
  const time = date.toLocaleTimeString('en-GB')
  return date.toDateString() === new Date(now).toDateString() ? time : `${date.toLocaleDateString('en-CA')} ${time}`
}

/** `2026-11-24` by this computer's calendar. */
export function calendarDate(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? 'not a date' : date.toLocaleDateString('en-CA')
}

export function byteCount(bytes: number): string {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`
}
