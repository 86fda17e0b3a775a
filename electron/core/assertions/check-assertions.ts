import { setImmediate as pause } from 'node:timers/promises'
import type { Assertion, AssertionResult } from '../../contract/assertion.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { ReceivedResponse, Transcript } from '../http/transcript.ts'
import { type Answer, Evaluation } from './evaluate.ts'

/** The token that a call carried, and its claims where they can be read; null for none. */
export type CarriedClaims = { claims: JsonObject | null } | null

/** Bytes that are read on the main thread, counted once for each assertion that reads them: more would hold it up. */
const mostHere = 100_000

const looksAtBody = ({ kind }: Assertion): boolean => kind === 'json' || kind === 'schema'

/** Bytes that are copied between two breaths. */
const pieceSize = 4 << 20

/**
 * A copy of the body, where it is looked at and too large to be kept whole when its exchange is recorded. Threads share it:
 * copying 64 MB for each of them would hold up the main thread.
 */
export async function wholeBody(
  assertions: readonly Assertion[],
  { response }: Transcript,
): Promise<Uint8Array | null> {
  if (response === null || response.body.byteLength <= mostHere || !assertions.some(looksAtBody)) return null
  const copy = new Uint8Array(new SharedArrayBuffer(response.body.byteLength))
  for (let at = 0; at < copy.byteLength; at += pieceSize) {
    copy.set(response.body.subarray(at, at + pieceSize), at)
    await pause()
  }
  return copy
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
  if (readBy(assertions, answer) > mostHere || assertions.some(({ kind }) => kind === 'schema')) {
    const { checkInThread } = await import('./assertion-thread.ts')
    return checkInThread({ assertions, answer }, signal)
  }
  const evaluation = new Evaluation(answer)
  return assertions.map((assertion) => evaluation.check(assertion, () => notHere))
}

/** Schemas are checked in a thread only. */
const notHere = { kind: 'unusable', reason: 'schema_invalid', rule: null } as const

function readBy(assertions: readonly Assertion[], { body, claims }: Answer): number {
  const ofBody = assertions.filter(looksAtBody).length
  const ofClaims = assertions.filter(({ kind }) => kind === 'claim').length
  return body.byteLength * ofBody + (claims?.length ?? 0) * ofClaims
}
