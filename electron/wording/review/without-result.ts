import { unclearWords } from './probes.ts'
import type { ReviewWords } from './writer.ts'

/** That a probe was run and its answers do not say; `why` is a `UnclearProbe`. */
export function withoutResult(why: string): ReviewWords {
  const reason = new Map<string, string>(Object.entries(unclearWords)).get(why) ?? 'The answers do not say'
  return {
    line: `Probed without a result: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`,
    why: `${reason}. So the probe shows neither that it is safe nor that it is not.`,
    advice: 'Look at the requests of the probe in the history, mend what kept it from working, and run it again.',
  }
}
