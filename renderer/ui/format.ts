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

/** `1 min 48 s` of a duration in milliseconds, whichever way it goes; the two largest units. */
export function duration(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000)
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
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
export function relative(at: number, now: number): string {
  if (Math.round(Math.abs(at - now) / 1000) === 0) return 'now'
  return at > now ? `in ${duration(at - now)}` : `${duration(at - now)} ago`
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
