/** A time as people and servers write it; empty for one that no calendar has. */
export const isoTime = (time: number): string => (Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : '')
