import type { Drift } from '../../contract/drift.ts'
import type { DriftKind } from '../../vocabulary/drift.ts'

/** Drift as it is found, before it is known whose it is. */
export type Found = Omit<Drift, 'environmentId'>

/** What became of drift that was found before: it is over, or there is more of it. */
export interface Update {
  id: string
  endedAt?: number
  after?: string
}

/** A part of a baseline after an exchange, and what differed. */
export interface Step<Part> {
  part: Part
  found: readonly Found[]
  updates: readonly Update[]
}

export const unchanged = <Part>(part: Part): Step<Part> => ({ part, found: [], updates: [] })

interface Difference {
  exchangeId: string
  at: number
  kind: DriftKind
  before: string | null
  after: string | null
  evidence?: Record<string, string>
  beforeExchangeId: string | null
  isExpected?: boolean
}

/** An exchange shows at most one drift of a kind, so the two name it: what is judged twice is found once. */
export const found = ({ evidence = {}, isExpected = false, ...difference }: Difference): Found => ({
  ...difference,
  id: driftId(difference.exchangeId, difference.kind),
  endedAt: null,
  evidence,
  isExpected,
})

const driftId = (exchangeId: string, kind: DriftKind): string => `${exchangeId} ${kind}`
