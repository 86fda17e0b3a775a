/** A time, in seconds since 1970; `fine` when it was written in milliseconds. */
export interface Time {
  seconds: number
  fine: boolean
}

/** A second count this large lies in the year 5138: the issuer means milliseconds. */
const largestSeconds = 1e11

/** Null for what cannot be reckoned with to the millisecond: other values, and numbers out of all reason. */
export function timeOf(source: string | undefined): Time | null {
  if (source === undefined || !/^-?\d{1,14}(?:\.\d{1,3})?$/.test(source)) return null
  const value = Number(source)
  const fine = Math.abs(value) > largestSeconds
  return { seconds: fine ? value / 1000 : value, fine }
}
