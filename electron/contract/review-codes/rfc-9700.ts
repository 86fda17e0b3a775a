/** What the checks of this section find. */
export const rfc9700Codes = ['metadata_not_read'] as const
