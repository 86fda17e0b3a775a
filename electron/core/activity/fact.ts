import type { FailureCode, Phase, Purpose } from '../../contract/exchange.ts'
import type { FindingCode } from '../../contract/finding.ts'
import type { Verdict } from '../../contract/history.ts'

/** What the figures need of one exchange. */
export interface ActivityFact {
  id: string
  purpose: Purpose
  /** Milliseconds since 1970, and how long it took. */
  startedAt: number
  totalMs: number
  status: number | null
  failure: FailureCode | null
  /** In which it failed; null where it did not. */
  phase: Phase | null
  /** Null where it was never judged: a redirect or a retry on the way, what was recorded before, or the app ended. */
  verdict: Verdict | null
  /** The finding that says most; null for none. */
  finding: FindingCode | null
  /** Of the token that was issued or carried; null for none. */
  fingerprint: string | null
  /** Seconds that the token was issued for; null is not known. */
  lifetime: number | null
  /** Space-separated; null where the answer did not say. */
  scopeGranted: string | null
  /** The same for requests of the same token: endpoint, client and parameters. */
  request: string
  /** A watch asked for it: it says nothing of how a client uses its tokens. */
  isOfWatch: boolean
}
