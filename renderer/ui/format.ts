/** `14:20:12` by this computer's clock. */
export function timeOfDay(at: number): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? 'not a time' : date.toLocaleTimeString('en-GB')
}

/** `14:20:12`, with the date in front when it is another day. */
export function clockTime(at: number, now: number = Date.now()): string {
  const date = new Date(at)
  const isToday = date.toDateString() === new Date(now).toDateString()
  return isToday || Number.isNaN(date.getTime()) ? timeOfDay(at) : `${calendarDate(at)} ${timeOfDay(at)}`
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
