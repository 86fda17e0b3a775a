/** In milliseconds. */
export const day = 86_400_000

/** Whole days of a time in milliseconds. */
export const days = (milliseconds: number): number => Math.floor(milliseconds / day)

/** The day in UTC, as `2026-11-30`; empty for what is no time. */
export function dayOf(time: number): string {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}
