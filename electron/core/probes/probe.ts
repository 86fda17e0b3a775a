import type { EvidenceOfProbe } from '../../catalogue/probe-evidence.ts'
import type { ProbeResult } from '../../contract/review.ts'
import type { Probe } from '../../vocabulary/review.ts'
import type { ReviewCase } from '../review/case.ts'
import type { Plan } from './planned.ts'
import type { ProbeDeps, Probing } from './probing.ts'

/** What a probe found. */
export interface Found<Name extends Probe = Probe> extends Pick<ProbeResult, 'result' | 'seen'> {
  evidence: EvidenceOfProbe<Name>
}

/**
 * `plan` says which requests it sends, each at most so often, or why it cannot be sent; it is pure. `run` sends them in this
 * order, and stops where the rest would show nothing.
 */
export interface ProbeRunner<Name extends Probe = Probe> {
  plan: (kase: ReviewCase) => Plan
  run: (deps: ProbeDeps, probing: Probing) => Promise<Found<Name>>
}
