import { useState } from 'react'
import type { Found } from '../use-found.ts'

/** The row that the keys are at, by its place and by its id: places move on when new exchanges come. */
interface Active {
  place: number
  id: string | null
}

/** Where the keys are in the table, and how to lead them elsewhere. */
export function useActive(
  { search, rows }: Found,
  count: number,
  openId: string | null,
): [number, (place: number) => void] {
  const [active, setActive] = useState<Active | null>(null)
  const placeOf = (id: string | null) => search.rows.findIndex((row) => row.id === id)
  const wanted = active ?? { place: Math.max(0, placeOf(openId)), id: openId }
  const there = rows.get(wanted.place)
  const moved = there === undefined || wanted.id === null || there.id === wanted.id ? -1 : placeOf(wanted.id)
  const place = Math.max(0, Math.min(count - 1, moved < 0 ? wanted.place : moved))
  return [place, (next) => setActive({ place: next, id: rows.get(next)?.id ?? null })]
}
