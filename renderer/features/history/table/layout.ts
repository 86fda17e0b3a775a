import type { HistorySearch } from '../../../../electron/contract/history.ts'

/** Heights in pixels. */
export const rowHeight = 28
export const dayHeight = 36

/** Rows that are listed at most: more would be higher than the browser can lay out at its largest zoom. */
export const mostRows = 400_000

interface DayPlace {
  /** Milliseconds since 1970. */
  startsAt: number
  /** The place of its first row in all that was found, from 0. */
  first: number
  count: number
  /** Pixels from the top of the table to its heading. */
  top: number
}

/** Where everything is in a table of which only what is seen is on the page. */
export interface Layout {
  days: readonly DayPlace[]
  /** How many rows are listed. */
  rows: number
  height: number
}

/** The heading of a day, or the row at a place of all that was found. `at` is its line in the table, from 0. */
export type Item =
  | { kind: 'day'; startsAt: number; top: number; at: number }
  | { kind: 'row'; place: number; top: number; at: number }

export function layoutOf(days: HistorySearch['days']): Layout {
  const places: DayPlace[] = []
  let first = 0
  for (const { startsAt, count: all } of days) {
    const count = Math.min(all, mostRows - first)
    if (count <= 0) break
    places.push({ startsAt, first, count, top: places.length * dayHeight + first * rowHeight })
    first += count
  }
  return { days: places, rows: first, height: places.length * dayHeight + first * rowHeight }
}

/** What is between two heights, in order. */
export function itemsBetween({ days }: Layout, top: number, bottom: number): Item[] {
  const items: Item[] = []
  const firstDay = Math.max(
    0,
    lastIndex(days, (day) => day.top <= top),
  )
  for (let at = firstDay; at < days.length; at += 1) {
    const day = days[at]
    if (day === undefined || day.top >= bottom) break
    if (day.top + dayHeight > top) items.push({ kind: 'day', startsAt: day.startsAt, top: day.top, at: at + day.first })
    const start = day.top + dayHeight
    const from = Math.max(0, Math.floor((top - start) / rowHeight))
    const to = Math.min(day.count, Math.ceil((bottom - start) / rowHeight))
    for (let row = from; row < to; row += 1) {
      const place = day.first + row
      items.push({ kind: 'row', place, top: start + row * rowHeight, at: place + at + 1 })
    }
  }
  return items
}

/** The row at a place; null where there is none. */
export function rowAt({ days, rows }: Layout, place: number): Extract<Item, { kind: 'row' }> | null {
  if (place < 0 || place >= rows) return null
  const at = lastIndex(days, (day) => day.first <= place)
  const day = days[at]
  if (day === undefined) return null
  return { kind: 'row', place, top: day.top + dayHeight + (place - day.first) * rowHeight, at: place + at + 1 }
}

/** Of days in order the last that passes, found by halves; -1 for none. */
function lastIndex(days: readonly DayPlace[], passes: (day: DayPlace) => boolean): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const day = days[middle]
    if (day !== undefined && passes(day)) low = middle + 1
    else high = middle
  }
  return low - 1
}
