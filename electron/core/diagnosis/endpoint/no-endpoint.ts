import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { changeTo, type EndpointStep, kindOfPath, kindOfStep, plainUrl } from './endpoint-place.ts'

/** Nothing is there: the path is unknown to the server, where its metadata does not say which one is right. */
export function noEndpoint(kase: Case, step: EndpointStep): Cause[] {
  const { answer, request } = kase
  const { url } = request
  if (answer === null || ![404, 410].includes(answer.status)) return []
  const hasSlash = /[^/]\/(?:\?|$)/.test(url)
  const without = hasSlash ? (plainUrl(url)?.href ?? null) : null
  const looksRight = kindOfPath(url)?.kind === kindOfStep[step]
  return [
    cause(
      kase,
      'wrong_token_url',
      { basis: 'code', confidence: 'likely' },
      { url, ...(hasSlash && { differs: 'slash' }), ...(looksRight && { looksRight: 'yes' }) },
      changeTo(kase, without),
    ),
  ]
}
