import type { AuditDeps } from '../audit/record.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { Flow, WithSession } from '../core-context.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import type { CallDeps } from '../flow/call-api.ts'
import type { TokenCallDeps } from '../flow/prepare-token-call.ts'
import type { ReviewCase } from '../review/case.ts'
import type { Step } from './planned.ts'

export type ProbeDeps = CallDeps &
  TokenCallDeps &
  AuditDeps &
  WithSession<'metadata' | 'tokens' | 'previousTokens' | 'oneTimeSecrets'>

/** What a probe works with while it is sent. */
export interface Probing {
  environment: CurrentEnvironment
  kase: ReviewCase
  signal: AbortSignal
  /** The audience that the API is not for; empty where nobody named one. */
  otherAudience: string
  /** Has these hidden in all that follows. */
  hide: (...texts: readonly string[]) => void
  /** The flow of the request that begins now. */
  begin: (step: Step) => Flow
  /** The newest exchange since a request began; null where none was sent. */
  last: () => Exchange | null
}
