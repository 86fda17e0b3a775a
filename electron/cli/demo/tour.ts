import type { Api } from '../../contract/calls.ts'
import type { Environment } from '../../contract/environment.ts'
import type { Finding } from '../../contract/finding.ts'
import type { CallContext } from '../../core/core-context.ts'
import type { SandboxFacts } from '../../contract/sandbox.ts'

/** What each step of the demo works with. */
export interface Tour {
  api: Api<CallContext>
  context: CallContext
  facts: SandboxFacts
  environment: Environment
}

/** A line of a step: a name and what was seen; with a mark where something was checked. */
export interface Row {
  name: string
  value: string
  mark?: 'passed' | 'failed' | 'noted'
}

export interface Report {
  asExpected: boolean
  /** What it means, in one sentence. */
  meaning: string
  rows: readonly Row[]
  exchangeId: string | null
  findings: readonly Finding[]
}

export interface Step {
  title: string
  /** What is about to happen, in one sentence. */
  purpose: string
  run: (tour: Tour) => Promise<Report>
}
