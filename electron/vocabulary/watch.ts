/** Of watches: minutes between two requests, and environments at a time. */
export const watchLimits = { leastMinutes: 1, mostMinutes: 1440, mostWatches: 10 } as const

/** Minutes that are offered. */
export const watchMinutes = [1, 5, 15, 60, 360] as const
