import type { ProbeResult, ProbeState } from '../../contract/review.ts'
import { type Probe, probes } from '../../vocabulary/review.ts'
import type { WithWorkspace } from '../core-context.ts'
import type { ReviewCase } from '../review/case.ts'
import { runners } from './runners.ts'
import { probeSettingsOf } from './settings-digest.ts'

/** What each probe would send, and what it found last with these settings. Sends nothing. */
export const probeStatesOf = (kase: ReviewCase): ProbeState[] =>
  probes.map((probe) => ({ probe, plan: runners[probe].plan(kase), last: kase.probes[probe] ?? null }))

/** Why probes cannot be sent, for `ReviewCase.noProbe`. */
export const noProbesOf = (kase: ReviewCase): ReviewCase['noProbe'] =>
  Object.fromEntries(
    probes.flatMap((probe) => {
      const plan = runners[probe].plan(kase)
      return plan.kind === 'not_possible' ? [[probe, plan.why]] : []
    }),
  )

/** Results of probes that were sent with these settings, for `ReviewCase.probes`. */
export function probeResultsOf(
  { workspace }: WithWorkspace<'probeResults'>,
  kase: Pick<ReviewCase, 'id' | 'settings' | 'calls'>,
): Partial<Record<Probe, ProbeResult>> {
  const settings = probeSettingsOf(kase)
  const kept = workspace.probeResults.list(kase.id).filter((one) => one.settings === settings)
  return Object.fromEntries(kept.map(({ result }) => [result.probe, result]))
}
