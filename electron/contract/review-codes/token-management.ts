/** What the checks of this section find. */
export const tokenManagementCodes = [
  'lifetime_short',
  'lifetime_over_hour',
  'lifetime_over_day',
  'lifetime_not_said',
  'lifetime_without_token',
] as const
