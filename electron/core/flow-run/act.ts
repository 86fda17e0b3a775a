import type { ApiCall } from '../../contract/api-call.ts'
import type { Checked } from '../../contract/diagnosis.ts'
import type { Finding } from '../../contract/finding.ts'
import type { FlowActState, FlowChoice, FlowResult, LeftOut } from '../../contract/flow.ts'
import type { TokenOutcome } from '../../contract/outcome.ts'
import type { Flow } from '../core-context.ts'
import type { WithToken } from '../flow/obtain-token.ts'
import type { RememberedDeps } from '../flow/remembered.ts'
import type { VerifyDeps } from '../flow/verify-token.ts'

export type ActDeps = RememberedDeps & VerifyDeps

/** What the acts of one run share. */
export interface Situation {
  choice: FlowChoice
  call: ApiCall | null
  /** The token with fewer scopes, which the environment never holds; null in every other scenario. */
  narrowed: WithToken | null
}

/** How an act ended. */
export interface ActEnd {
  state: Extract<FlowActState, 'passed' | 'noted' | 'failed'>
  result: FlowResult
  findings: readonly Finding[]
  /** What was looked at to say why it failed. */
  checked?: readonly Checked[]
  /** The exchanges that gave the result, whoever made them: another call may have asked for the same. */
  exchangeIds: readonly string[]
}

/** One thing that a run does. */
export interface Act {
  /** Why it cannot be done with these settings and this token; null when it can. */
  leftOut: (deps: ActDeps, situation: Situation) => LeftOut | null
  run: (deps: ActDeps, situation: Situation, flow: Flow) => Promise<ActEnd>
}

/** What is wrong, or may be, and not what only explains. */
export const hasWarning = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity !== 'info')

export const passedOrNoted = (findings: readonly Finding[]): 'passed' | 'noted' =>
  hasWarning(findings) ? 'noted' : 'passed'

type NoAnswer = Exclude<TokenOutcome, { kind: 'issued' }>

/** Refused, not understood, not reached, or not sent: the same for every request to the authorization server. */
export function failed(outcome: NoAnswer): ActEnd {
  const state = 'failed'
  switch (outcome.kind) {
    case 'refused': {
      const { kind, status, error, exchangeId } = outcome
      return { state, result: { kind, status, error }, ...whyOf(outcome), exchangeIds: [exchangeId] }
    }
    case 'nonconformant': {
      const { kind, status, exchangeId } = outcome
      return { state, result: { kind, status }, ...whyOf(outcome), exchangeIds: [exchangeId] }
    }
    case 'unreachable': {
      const { kind, failure, exchangeId } = outcome
      return { state, result: { kind, failure }, ...whyOf(outcome), exchangeIds: [exchangeId] }
    }
    case 'not_sent':
      return { state, result: outcome, findings: [], exchangeIds: [] }
  }
}

/** Why it failed, as the outcome has it. */
export const whyOf = ({
  findings,
  checked,
}: Pick<ActEnd, 'findings' | 'checked'>): Pick<ActEnd, 'findings' | 'checked'> =>
  checked === undefined ? { findings } : { findings, checked }
