/** What the checks of this section find. */
export const networkSecurityCodes = ['address_not_said'] as const
