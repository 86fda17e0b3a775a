import type { HistoryRow } from '../../../../electron/contract/history.ts'

/** Rows that are read at once. */
const pageSize = 100

/** Pages that are kept, and those that are read at the same time. */
const [mostPages, mostReading] = [60, 2]

/** Rows by the number of their page, from 0. */
export type Pages = ReadonlyMap<number, readonly HistoryRow[]>

interface Source {
  /** The rows that came with the search. */
  first: readonly HistoryRow[]
  found: number
  /** Rows of what was found; null when the search is no longer kept. */
  read: (from: number, count: number) => Promise<readonly HistoryRow[] | null>
  /** Pages of an earlier search that found the same: shown until they are read. */
  until?: Pages
}

/** What was found, row by row, read where it is looked at. */
export interface Rows {
  get: (place: number) => HistoryRow | undefined
  /** Reads these, `to` not included, before all that was wanted earlier. */
  want: (from: number, to: number) => void
  /** Those rows, read if they have to be; fewer when the search is no longer kept. */
  all: (from: number, to: number) => Promise<HistoryRow[]>
  /** The pages that are there. */
  pages: () => Pages
  state: () => RowsState
  subscribe: (listener: () => void) => () => void
}

export interface RowsState {
  /** Counts the pages that were read. */
  pages: number
  /** The search is no longer kept. */
  isLost: boolean
  /** Why reading failed, until it worked again. */
  error: Error | null
}

export function createRows({ first, found, read, until = new Map() }: Source): Rows {
  const pages = new Map<number, readonly HistoryRow[]>()
  const reading = new Set<number>()
  const listeners = new Set<() => void>()
  let wanted: readonly number[] = []
  let now: RowsState = { pages: 0, isLost: false, error: null }

  const become = (change: Partial<RowsState>) => {
    now = { ...now, ...change }
    for (const listener of listeners) listener()
  }
  const isThere = (page: number) => pages.has(page) || first.length >= Math.min(found, (page + 1) * pageSize)

  const keep = (page: number, rows: readonly HistoryRow[]) => {
    pages.set(page, rows)
    if (pages.size > mostPages) pages.delete(farthestFrom(wanted[0] ?? page, pages.keys()))
  }

  const readPage = async (page: number): Promise<void> => {
    reading.add(page)
    try {
      const rows = await read(page * pageSize, Math.min(pageSize, found - page * pageSize))
      if (rows === null) return become({ isLost: true })
      keep(page, rows)
      return become({ pages: now.pages + 1, error: null })
    } catch (error) {
      wanted = []
      return become({ error: error instanceof Error ? error : new Error(String(error)) })
    } finally {
      reading.delete(page)
      readOn()
    }
  }

  const readOn = () => {
    for (const page of wanted) {
      if (now.isLost || reading.size >= mostReading) return
      if (!isThere(page) && !reading.has(page)) void readPage(page)
    }
  }

  const get = (place: number) => {
    const page = Math.floor(place / pageSize)
    const at = place % pageSize
    return pages.get(page)?.[at] ?? first[place] ?? until.get(page)?.[at]
  }

  return {
    get,
    want: (from, to) => {
      if (to <= from) return
      wanted = range(Math.floor(from / pageSize), Math.ceil(Math.min(to, found) / pageSize))
      readOn()
    },
    all: async (from, to) => {
      const rows: HistoryRow[] = []
      while (rows.length < to - from) {
        const place = from + rows.length
        const row = get(place)
        const more = row === undefined ? await read(place, Math.min(pageSize, to - place)) : [row]
        if (more === null || more.length === 0) break
        rows.push(...more)
      }
      return rows
    },
    pages: () => new Map([...until, ...pages].slice(-mostPages)),
    state: () => now,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_item, at) => from + at)

const farthestFrom = (center: number, pages: Iterable<number>): number =>
  [...pages].reduce((one, other) => (Math.abs(other - center) > Math.abs(one - center) ? other : one))
