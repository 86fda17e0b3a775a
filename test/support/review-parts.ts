import { newApiRequest } from '../../electron/catalogue/new-api-request.ts'
import type { ApiCall } from '../../electron/contract/api-call.ts'
import type { JsonObject } from '../../electron/contract/json-object.ts'
import type { ProbeResult } from '../../electron/contract/review.ts'
import type { ReviewCheck } from '../../electron/core/review/check.ts'
import type { Probe } from '../../electron/vocabulary/review.ts'
import { readJsonObject } from '../../electron/core/json/json.ts'
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
