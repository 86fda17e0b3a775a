import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { Stage } from '../../contract/environment.ts'
import type { Exchange } from '../../contract/exchange.ts'
import type { IntrospectionOutcome } from '../../contract/outcome.ts'
import type { HeldToken } from '../../contract/token.ts'
import type { TokenReference, Verification } from '../../contract/verification.ts'

/** What a summary is about. */
export interface EvidenceSubject {
  accessToken: string
  decoded: DecodedToken
  /** Whether an environment holds it or held it, or somebody pasted it. */
  origin: TokenReference['kind']
  /** What is known of it when an environment held it. */
  held: HeldToken | null
  /** The environment that it is judged by, or null. */
  environment: { name: string; stage: Stage; issuer: string; client_id: string } | null
  verification: Verification | null
  introspection: IntrospectionOutcome | null
  /** The exchange in which it was issued, masked; null where there was none, or it is not kept any more. */
  exchange: Exchange | null
  /** The exchange in which it was introspected, masked. */
  introspectionExchange: Exchange | null
  version: string
  /** Names and versions of what the app runs on. */
  runtime: Readonly<Record<string, string>>
  /** Milliseconds since 1970. */
  madeAt: number
}
