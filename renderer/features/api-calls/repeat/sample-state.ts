import type { RepeatSample } from '../../../../electron/contract/repetition.ts'
import { failureTitle } from '../../../../electron/wording/failures.ts'

/** `warn` is a server that is busy or broken; `bad` an answer that refuses, or none. */
export type SampleState = 'good' | 'warn' | 'bad' | 'none'

/** An answer by its status; a call without a complete one is `none`. */
export function sampleState({ status }: RepeatSample): SampleState {
  if (status === null) return 'none'
  if (status === 429 || status >= 500) return 'warn'
  return status >= 400 ? 'bad' : 'good'
}

/** What came: the status, or why none came. */
export const sampleWord = ({ status, failure }: RepeatSample): string =>
  status === null ? (failure === null ? 'no answer' : failureTitle(failure)) : String(status)
