import { hostOf } from '../../../electron/common/host-of.ts'
import type { PlannedRequest, ProbeState } from '../../../electron/contract/review.ts'
import { isOnlyByName, type Probe } from '../../../electron/vocabulary/review.ts'

/** Probes that can be sent with the settings of now. */
export const possibleProbes = (states: readonly ProbeState[]): ProbeState[] =>
  states.filter(({ plan }) => plan.kind === 'requests')

/**
 * What is chosen at first: what was asked for, or nothing where that cannot be sent; else what was not run yet; else all. One
 * that is sent only by name is not.
 */
export function chosenAtFirst(states: readonly ProbeState[], asked: readonly string[]): Probe[] {
  const possible = possibleProbes(states)
  const wanted = possible.filter(({ probe }) => asked.includes(probe))
  const usual = possible.filter(({ probe }) => !isOnlyByName(probe))
  const left = usual.filter(({ last }) => last === null)
  const chosen = asked.length > 0 ? wanted : left.length > 0 ? left : usual
  return chosen.map(({ probe }) => probe)
}

/** The requests of these probes, in their order. */
export const plannedOf = (states: readonly ProbeState[], chosen: ReadonlySet<Probe>): PlannedRequest[] =>
  states.flatMap(({ probe, plan }) => (plan.kind === 'requests' && chosen.has(probe) ? plan.requests : []))

/** The hosts that they go to, each once. */
export const hostsOf = (requests: readonly PlannedRequest[]): string[] => [
  ...new Set(requests.map(({ url }) => hostOf(url))),
]

/** What the button says that leads to them. */
export function runProbesText(states: readonly ProbeState[]): string {
  const possible = possibleProbes(states)
  const left = possible.filter(({ probe, last }) => last === null && !isOnlyByName(probe)).length
  if (left === 0) return possible.length === 0 ? 'Run probes…' : 'Run probes again…'
  return left === 1 ? 'Run 1 probe…' : `Run ${left} probes…`
}
