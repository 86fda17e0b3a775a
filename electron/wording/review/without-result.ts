import { unclearText } from './unclear.ts'
import type { ReviewWords } from './writer.ts'

/** That a probe was run and its answers do not say; `why` is an `UnclearProbe`. */
export const withoutResult = (why: string): ReviewWords => ({
  line: `The probe does not say: ${unclearText(why)}`,
  why: 'The answers show neither that it is safe nor that it is not.',
  advice: 'See the requests of the probe in the history, and run it again once they go through.',
})
