import type { EnvironmentInput } from '../../contract/environment.ts'
import type { Connection, Purpose, TlsFacts, TransportFailure } from '../../contract/exchange.ts'
import type { Metadata } from '../../contract/outcome.ts'
import type { AnswerFacts } from './facts/answer-facts.ts'
import type { EarlierFacts } from './facts/earlier-facts.ts'
import type { RequestFacts } from './facts/request-facts.ts'
import type { SecretFacts } from './facts/secret-facts.ts'
import type { TokenOfCase } from './facts/token-of-case.ts'

/**
 * All that is known of one exchange that is to be explained. No secret and no token is in it, only facts about them. Each
 * part may be missing (null) or hostile: it was typed by someone, or sent by a server.
 */
export interface Case {
  step: Purpose
  /** When the answer came, by this computer's clock, in milliseconds since 1970. */
  now: number
  /** Milliseconds by which the server's clock is ahead of this computer's, by `Date`; null where it does not say. */
  clockOffset: number | null
  request: RequestFacts
  answer: AnswerFacts | null
  failure: TransportFailure | null
  connection: Connection | null
  tls: TlsFacts | null
  settings: CaseSettings | null
  /** Of the client secret that was used; null where none was. */
  secret: SecretFacts | null
  /** The token that the request is about or carries; null where there is none. */
  token: TokenOfCase | null
  /** When the client certificate ends, in milliseconds since 1970, whether it was presented or not; null where none is set. */
  certificateEnds: number | null
  /** What the authorization server publishes, where it was read. */
  metadata: Metadata | null
  /** The `kid`s of its keys, where they were read. */
  keyIds: readonly string[] | null
  earlier: EarlierFacts | null
}

/** What an environment is set to, without what only people read. */
export type CaseSettings = Partial<
  Omit<EnvironmentInput, 'name' | 'notes' | 'folder' | 'secretSources' | 'renewBefore' | 'accepted'>
>
