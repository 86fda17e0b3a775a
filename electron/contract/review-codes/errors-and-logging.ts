/** What the checks of this section find. */
export const errorsAndLoggingCodes = ['rate_limit_not_seen'] as const
