import { utc } from '../../../common/utc.ts'
import type { ProbeState, Review } from '../../../contract/review.ts'
import { type Section, sectionOf } from '../../evidence/document.ts'
import { noProbeWords, probeResultText, probeTitles, requestsText } from '../probes.ts'

/** What each probe showed, how many requests it would send, or why it cannot. */
export function probeSection({ probes }: Pick<Review, 'probes'>): Section[] {
  const rows = probes.map((state) => [probeTitles[state.probe], resultOf(state), whenOf(state)])
  return sectionOf('Probes', [{ kind: 'table', head: ['Probe', 'Result', 'When'], rows }])
}

function resultOf({ plan, last }: ProbeState): string {
  if (last !== null) return probeResultText(last)
  if (plan.kind === 'not_possible') return `Not possible: ${noProbeWords[plan.why]}`
  return `Not run: ${requestsText(plan.requests)}`
}

const whenOf = ({ last }: ProbeState): string => (last === null ? '' : utc(last.at))
