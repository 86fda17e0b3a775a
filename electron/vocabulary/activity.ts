/** Spans of time that the activity of an environment is shown of. */
export const activityRanges = ['24h', '7d', '30d'] as const
export type ActivityRange = (typeof activityRanges)[number]

/** Requests of fewer tokens, or fewer calls, say nothing about caching. */
export const cachingLimits = { leastTokens: 3, leastCalls: 3 } as const
