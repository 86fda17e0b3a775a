import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import type { ApiCall } from '../../electron/contract/api-call.ts'
import type { JsonObject } from '../../electron/contract/json-object.ts'
import type { ProbeResult } from '../../electron/contract/review.ts'
import type { ReviewCheck } from '../../electron/core/review/check.ts'
import type { Probe } from '../../electron/vocabulary/review.ts'
import { readJsonObject } from '../../electron/core/json/json.ts'
import type { RecordedFacts } from '../../electron/core/review/case.ts'
import type { RequestFacts } from '../../electron/core/diagnosis/facts/request-facts.ts'
import type { Metadata } from '../../electron/contract/outcome.ts'
import { bareMetadata } from './bare-metadata.ts'
import { reviewCase, reviewedAt } from './review-case.ts'

/** A saved call with the token of the environment. */
export const savedCall = (known: Partial<ApiCall> = {}): ApiCall => ({
  ...newApiRequest,
  id: 'call-1',
  environmentId: 'orders',
  name: '',
  folder: '',
  notes: '',
  url: 'https://api.example/orders',
  ...known,
})

export function claimsOf(claims: Readonly<Record<string, unknown>>): JsonObject {
  const reading = readJsonObject(JSON.stringify(claims))
  if (reading.kind !== 'object') throw new Error('No object.')
  return reading.object
}

export const probeResult = (
  probe: Probe,
  result: ProbeResult['result'],
  evidence: ProbeResult['evidence'] = {},
): ProbeResult => ({ probe, at: reviewedAt, result, evidence, seen: [] })

/** What a check finds first, by its code. */
export const codeOf =
  ({ look }: ReviewCheck) =>
  (known: Parameters<typeof reviewCase>[0] = {}): string =>
    look(reviewCase(known))[0].code

/** Metadata of the server that `reviewCase` is set to, which say nothing else. */
export const published = (known: Partial<Metadata> = {}): Metadata => ({
  ...bareMetadata,
  issuer: 'https://id.example',
  token_endpoint: 'https://id.example/token',
  ...known,
})

/** An exchange that was answered 200 with this JSON. */
export const recorded = (
  known: Partial<RecordedFacts> = {},
  body: Readonly<Record<string, unknown>> = {},
  request: Partial<RequestFacts> = {},
): RecordedFacts => ({
  exchangeId: 'exchange-1',
  at: reviewedAt - 60_000,
  purpose: 'token',
  callId: null,
  url: 'https://id.example/token',
  request: {
    method: 'POST',
    url: 'https://id.example/token',
    place: null,
    query: [],
    headers: new Map(),
    contentType: null,
    body: 'none',
    parameters: new Map(),
    client_id: null,
    scheme: null,
    isSchemeTwice: false,
    authorizations: 0,
    basic: null,
    assertion: null,
    credentials: [],
    hasDpopProof: false,
    ...request,
  },
  answer: {
    status: 200,
    headers: new Map(),
    contentType: 'application/json',
    isWebPage: false,
    title: '',
    text: '',
    object: claimsOf(body),
    error: null,
    said: null,
    words: '',
    challenges: [],
  },
  failure: null,
  connection: null,
  tls: null,
  ...known,
})
