/** What the checks of this section find. */
export const errorsAndLoggingCodes = [
  'failures_kept',
  'no_failures',
  'failures_not_kept',
  'wrong_credentials_limited',
  'rate_limit_seen',
  'rate_limit_announced',
  'wrong_credentials_not_limited',
  'rate_limit_unclear',
  'rate_limit_not_seen',
  'alerts_on',
  'alerts_off',
  'alerts_not_seen',
  'trail_sealed',
  'trail_not_sealed',
  'trail_without_history',
  'trail_empty',
] as const
