import type { FlowAct } from '../../contract/flow.ts'
import { passedText } from '../../wording/flow/passed.ts'

/** What each act gave that went well. The time is that of its last request, or of the whole where it made none. */
export function passedOf(acts: readonly FlowAct[]): { text: string; ms: number | null }[] {
  return acts.flatMap((act) => {
    const text = passedText(act)
    return text === null ? [] : [{ text, ms: act.exchanges.at(-1)?.timings.total ?? act.ms }]
  })
}
