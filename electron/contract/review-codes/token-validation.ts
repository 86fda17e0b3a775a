/** What the checks of this section find. */
export const tokenValidationCodes = ['introspection_not_probed'] as const
