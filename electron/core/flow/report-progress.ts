import { slowAfter } from '../../common/slow-after.ts'
import type { Phase } from '../../contract/exchange.ts'
import type { SendOptions } from '../http/transcript.ts'

/** Reports the phase that a request is in once it is slow, and then the newest at most as often. */
export function reportProgress(report: (phase: Phase) => void): NonNullable<SendOptions['onPhase']> {
  let timer: NodeJS.Timeout | undefined
  let newest: Phase
  return (phase) => {
    if (phase === 'done') {
      clearTimeout(timer)
      timer = undefined
      return
    }
    newest = phase
    timer ??= setTimeout(() => {
      timer = undefined
      report(newest)
    }, slowAfter)
  }
}
