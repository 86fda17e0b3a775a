/** Exchanges that are removed together: some milliseconds, for which nothing else can be recorded. */
export const removedAtOnce = 20
