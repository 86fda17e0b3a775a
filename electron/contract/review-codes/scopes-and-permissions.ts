/** What the checks of this section find. */
export const scopesAndPermissionsCodes = ['scope_check_not_probed'] as const
