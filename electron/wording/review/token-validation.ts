import type { tokenValidation } from '../../catalogue/review/token-validation.ts'
import type { ReviewWriters } from './writer.ts'

export const tokenValidationWriters: ReviewWriters<typeof tokenValidation> = {
  introspection_not_probed: () => ({
    line: 'Not probed yet',
    why: 'Whoever may introspect a token learns whose it is and what it may do.',
    advice: 'Run the probe.',
  }),
}
