import type { JsonObject } from '../../../contract/json-object.ts'
import type { Challenge } from '../../../contract/outcome.ts'

/** An answer, read once for all checks. */
export interface AnswerFacts {
  status: number
  /** Header fields by name in lower case, with the first value of each. */
  headers: ReadonlyMap<string, string>
  contentType: string
  isWebPage: boolean
  /** What a web page calls itself; empty where it is none. */
  title: string
  /** The start of the body as text; empty where it is no text. */
  text: string
  /** Null where the body is no JSON object. */
  object: JsonObject | null
  /** The error code of the body or of a challenge; null where there is none. */
  error: string | null
  /** The server's own sentence, and where it is; null where it says none. */
  said: { words: string; place: string } | null
  /** All that the answer says in words, in one text for looking through; never shown. */
  words: string
  challenges: readonly Challenge[]
}
