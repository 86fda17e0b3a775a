import type { scopesAndPermissions } from '../../catalogue/review/scopes-and-permissions.ts'
import type { ReviewWriters } from './writer.ts'

export const scopesAndPermissionsWriters: ReviewWriters<typeof scopesAndPermissions> = {
  scope_check_not_probed: () => ({
    line: 'Not probed yet',
    why: 'Scopes protect nothing where the API does not check them.',
    advice: 'Run the probe.',
  }),
}
