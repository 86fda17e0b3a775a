/** What the checks of this section find. */
export const credentialStorageCodes = ['access_not_visible'] as const
