import type { AssertionFacts } from './assertion-facts.ts'
import type { BasicFacts } from './basic-facts.ts'

/** A request as it was sent, without secrets and tokens: of what is secret it says only that it was there. */
export interface RequestFacts {
  method: string
  url: string
  /** Null for a URL that cannot be read. */
  place: { protocol: string; host: string; hostname: string; path: string } | null
  /** Names of the query's parameters. */
  query: readonly string[]
  /** Header fields by name in lower case, with the first value of each; those that authenticate have none. */
  headers: ReadonlyMap<string, string>
  contentType: string | null
  body: 'none' | 'form' | 'json' | 'other'
  /** Parameters of the body by name, all values of each; those of secrets are empty texts. */
  parameters: ReadonlyMap<string, readonly string[]>
  client_id: string | null
  /** The scheme of Authorization, in lower case; null where the field was not sent. */
  scheme: string | null
  /** True for `Bearer Bearer …`: the token was sent with a scheme before it. */
  isSchemeTwice: boolean
  /** How often the field Authorization was sent. */
  authorizations: number
  basic: BasicFacts | null
  assertion: AssertionFacts | null
  /** Credentials that were sent, each by the place that it was in. */
  credentials: readonly ('basic' | 'client_secret' | 'client_assertion' | 'query')[]
  hasDpopProof: boolean
}
