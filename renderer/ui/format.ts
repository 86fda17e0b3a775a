/** `9:41`, `1:02:03` or `3 d 4 h` of a duration in milliseconds. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds >= 172_800) return `${Math.floor(seconds / 86_400)} d ${Math.floor((seconds % 86_400) / 3600)} h`
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}

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

export function milliseconds(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : ms < 10_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}

export function byteCount(bytes: number): string {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`
}

/** Control and bidirectional characters made visible: text from servers must not hide or reorder anything. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) =>
    character === '\n' || character === '\t' ? character : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  )
}
