import type { Checked } from '../contract/diagnosis.ts'
import type { Finding } from '../contract/finding.ts'
import type { FlowActName } from '../contract/flow.ts'
import type { StepName } from './step-names.ts'

/** Who takes part, from left to right. */
export interface Lane {
  id: 'app' | 'vault' | 'aws' | 'azure' | 'proxy' | 'server' | 'api'
  title: string
  /** What goes over the wire: a client ID or a host. */
  subtitle: string
}

/**
 * `will` did not happen yet; `hidden` is what the API does by itself, never seen from here; `left_out` does not happen, and
 * `reason` of the row says why; `interrupted` was under way when the app ended.
 */
export type RowState =
  | 'will'
  | 'running'
  | 'done'
  | 'noted'
  | 'failed'
  | 'cancelled'
  | 'left_out'
  | 'hidden'
  | 'interrupted'

/** A way to fill what is missing: a field of Configure, or a tab. */
export type WayOut = { kind: 'field'; field: string; label: string } | { kind: 'api-calls'; label: string }

/** One arrow. All of it is text to be shown as it is: masked, and without characters that move or reorder text. */
export interface Row {
  /** The same in every picture of a run, and unique in it. */
  id: string
  act: FlowActName
  /** Which explanation it opens. */
  step: StepName
  /** The number of the reference document, or null for what this app does beside it. */
  number: '1' | '2' | '3' | '4' | '5' | null
  icon: 'secret' | 'verify' | 'introspect' | 'revoke' | 'redirect' | 'nonce' | 'renewal' | 'keys' | null
  from: Lane['id']
  /** The same as `from` is done by that lane alone. */
  to: Lane['id']
  /** Whether it goes, or went, through the proxy's lane. */
  isProxied: boolean
  /** Above the arrow. */
  label: string
  /** Whether the label is of the wire, and so monospaced. */
  isBytes: boolean
  /** Below the arrow. */
  facts: string
  state: RowState
  /** The state as a word, such as "sent" or "86 ms"; empty where nothing happened. */
  result: string
  ms: number | null
  /** Whether it ended on its way: a request that was never sent whole, an answer that never came. */
  isBroken: boolean
  exchangeId: string | null
  /**
   * Of the arrow, from 0 to 1: how much is drawn when the phase under way begins, how far it may grow until that phase is
   * over, and where on it a phase ended; null where nothing is under way.
   */
  growth: { share: number; limit: number; ticks: readonly number[] } | null
  /** What is like it and hidden until it is unfolded: hops, retries. */
  folded: readonly Row[]
  /** With another run laid over: what is different, in words; empty where nothing is. */
  change: string
  wayOut: WayOut | null
}

export interface Picture {
  lanes: readonly Lane[]
  rows: readonly Row[]
}

/** What must be there before a run. */
export interface Precondition {
  name: string
  value: string
  isBytes: boolean
  state: 'ready' | 'missing' | 'advice'
  wayOut: WayOut | null
}

/** Evidence of the verdict: where it was seen, the text, and the decisive part of it. */
export interface EvidenceLine {
  place: string
  text: string
  /** The part of `text` to mark: start and length in characters; null marks nothing. */
  mark: readonly [start: number, length: number] | null
  /** The row that shows it. */
  rowId: string
}

/** Of an act that failed, what a diagnosis gave. */
export interface Failed {
  findings: readonly Finding[]
  checked: readonly Checked[]
  /** The exchange that failed; null where nothing was sent. */
  exchangeId: string | null
}

/** What is above the picture. */
export type Panel =
  | { kind: 'idle'; title: string; reason: string; preconditions: readonly Precondition[] }
  | {
      kind: 'running'
      title: string
      reason: string
      phases: readonly { name: string; ms: number | null; isOver: boolean }[]
      passed: readonly { text: string; ms: number | null }[]
    }
  | {
      kind: 'over'
      tone: 'ok' | 'warn' | 'err' | 'info'
      title: string
      reason: string
      evidence: readonly EvidenceLine[]
      /** Fields of Configure that would settle it, by their paths. */
      fields: readonly string[]
      /** What to set one of them to, where the evidence says it. */
      change: NonNullable<Finding['change']> | null
      /** What was found beside the cause, a sentence each. */
      others: readonly string[]
      /** Why the act failed, as it was found; null of a run that did not fail. */
      failure: Failed | null
      /** What each act gave, of a run that went well. */
      passed: readonly { text: string; ms: number | null }[]
    }

/** What opens beside the picture for a step. */
export interface Explanation {
  number: Row['number']
  title: string
  /** Why this step is made. */
  purpose: string
  /** Empty where nothing is sent. Secrets are names of variables. */
  curl: string
  /** Who sends it: what the API sends is its own doing, and cannot be seen from here. */
  sentBy: 'app' | 'api'
  canGoWrong: readonly { code: string; text: string }[]
  practices: readonly { state: 'good' | 'advice' | 'note'; text: string }[]
  section: { name: string; url: string }
}
