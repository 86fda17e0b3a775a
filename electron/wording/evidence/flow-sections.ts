import { utc } from '../../common/utc.ts'
import type { Stage } from '../../contract/environment.ts'
import type { FlowExchange, FlowRun, FlowScenario } from '../../contract/flow.ts'
import { failureTitle } from '../failures.ts'
import { factsOf, type Section, sectionOf } from './document.ts'
import type { EvidenceSubject } from './subject.ts'

/** An arrow of the picture, in words. */
export interface FlowStep {
  /** Of the reference document; null for what this app does beside it. */
  number: string | null
  /** Between whom. */
  between: string
  label: string
  facts: string
  state: string
  folded: readonly FlowStep[]
}

/** What a summary of a flow is about. */
export interface FlowSubject extends Pick<EvidenceSubject, 'version' | 'runtime' | 'madeAt'> {
  environment: { name: string; stage: Stage }
  scenario: FlowScenario
  /** Null before it ran. */
  run: Pick<FlowRun, 'id' | 'startedAt' | 'ms' | 'acts'> | null
  verdict: { title: string; reason: string } | null
  evidence: readonly { place: string; text: string }[]
  steps: readonly FlowStep[]
}

const scenarios: Readonly<Record<FlowScenario, string>> = {
  run: 'The flow',
  revoke: 'Revocation and its proof',
  narrow: 'Fewer scopes than the API needs',
}

export const flowEvidenceTitle = 'Flow evidence'

/** What happened, or would happen, step by step. */
export const flowSections = (flow: FlowSubject): Section[] => [
  ...shortSection(flow),
  ...evidenceSection(flow),
  ...stepsSection(flow),
  ...exchangesSection(flow),
]

const shortSection = ({ environment, scenario, run, verdict }: FlowSubject): Section[] =>
  sectionOf('In short', [
    factsOf([
      ['Verdict', verdict === null ? 'Not run. These are the steps that the settings would give.' : verdict.title],
      ['Reason', verdict === null || verdict.reason === '' ? null : verdict.reason],
      ['Environment', environment.name],
      ['Stage', environment.stage],
      ['Scenario', scenarios[scenario]],
      ['Started', run && utc(run.startedAt)],
      ['In all', run === null || run.ms === null ? null : spanOf(run.ms)],
    ]),
  ])

const evidenceSection = ({ evidence }: FlowSubject): Section[] =>
  sectionOf('Evidence', [factsOf(evidence.map(({ place, text }) => [place, text]))])

const stepsSection = ({ steps }: FlowSubject): Section[] =>
  sectionOf('Steps', [
    {
      kind: 'table',
      head: ['Step', 'Who', 'What', 'Facts', 'Result'],
      rows: steps.flatMap((step) => [step, ...step.folded]).map(stepCells),
    },
  ])

const stepCells = ({ number, between, label, facts, state }: FlowStep): string[] => [
  number ?? '',
  between,
  label,
  facts,
  state,
]

function exchangesSection({ run }: FlowSubject): Section[] {
  const exchanges = run === null ? [] : run.acts.flatMap((act) => act.exchanges)
  return sectionOf('Exchanges', [
    {
      kind: 'table',
      head: ['Started', 'Request', 'Answer', 'In all', 'TLS'],
      rows: exchanges.map((exchange) => [
        utc(exchange.startedAt),
        `${exchange.method} ${exchange.url}`,
        answerOf(exchange),
        spanOf(exchange.timings.total),
        exchange.tls ?? 'none',
      ]),
    },
  ])
}

function answerOf({ status, failure }: FlowExchange): string {
  if (failure !== null) return failureTitle(failure)
  return status === null ? 'none' : String(status)
}

const spanOf = (ms: number) => `${Math.round(ms * 10) / 10} ms`
