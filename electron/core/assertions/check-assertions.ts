import type { Assertion, AssertionResult } from '../../contract/assertion.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { type Answer, Evaluation } from './evaluate.ts'

/** The token that a call carried, and its claims where they can be read; null for none. */
export type CarriedClaims = { claims: JsonObject | null } | null

/** Bytes of a body that are read on the main thread: a longer one would hold it up. */
const mostHere = 200_000

const looksAtBody = ({ kind }: Assertion): boolean => kind === 'json' || kind === 'schema'

/** A copy of the body, where it is looked at and too large to be kept whole when its exchange is recorded. */
export function wholeBody(assertions: readonly Assertion[], { response }: Transcript): Uint8Array | null {
  if (response === null || response.body.byteLength <= mostHere || !assertions.some(looksAtBody)) return null
  return Uint8Array.from(response.body)
}

/** How each assertion came out; what needs a schema or a large body is checked in a thread. */
export async function checkAssertions(
  assertions: readonly Assertion[],
  response: ReceivedResponse,
  token: CarriedClaims,
  signal: AbortSignal,
): Promise<AssertionResult[]> {
  const isBodyWanted = assertions.some(looksAtBody)
  const answer: Answer = {
    status: response.status,
    headers: response.headers,
    body: isBodyWanted ? response.body : new Uint8Array(),
    isWhole: !response.truncated,
    claims: token?.claims?.source ?? null,
    hasToken: token !== null,
  }
  if (answer.body.byteLength > mostHere || assertions.some(({ kind }) => kind === 'schema')) {
    const { checkInThread } = await import('./assertion-thread.ts')
    return checkInThread({ assertions, answer }, signal)
  }
  const evaluation = new Evaluation(answer)
  return assertions.map((assertion) => evaluation.check(assertion, () => notHere))
}

/** Schemas are checked in a thread only. */
const notHere = { kind: 'unusable', reason: 'schema_invalid', rule: null } as const
