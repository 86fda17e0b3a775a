import { notAsExpected } from './outcome.ts'
import type { Report, Step, Tour } from './tour.ts'

export const callOrders: Step = {
  title: 'Call the orders API',
  purpose: 'It validates the token offline, with the public keys alone.',
  run: (tour) => call(tour, '/api/orders', 200, 'The orders API let the token in.'),
}

export const callLedger: Step = {
  title: 'Call the ledger API',
  purpose: 'It validates the token by introspection, with one question to the authorization server per call.',
  run: (tour) => call(tour, '/api/ledger', 200, 'The ledger API let the token in.'),
}

export const callLedgerRevoked: Step = {
  title: 'Call the ledger API with the revoked token',
  purpose: 'It asks the authorization server, so it should notice.',
  run: (tour) =>
    call(tour, '/api/ledger', 401, 'Refused, as it should be: the ledger API asked, and learned of the revocation.'),
}

export const callOrdersRevoked: Step = {
  title: 'Call the orders API with the revoked token',
  purpose: 'It asks nobody, so it cannot notice.',
  run: (tour) =>
    call(tour, '/api/orders', 200, 'Still accepted: offline validation sees a revocation only when the token expires.'),
}

/** RFC 6750 */
async function call(
  { api, context, environment, facts }: Tour,
  path: string,
  status: number,
  meaning: string,
): Promise<Report> {
  const request = { method: 'GET', url: facts.api + path, body: '', contentType: '', followRedirects: false } as const
  const outcome = await api.sendApiCall({ environmentId: environment.id, request }, context)
  if (outcome.kind !== 'answered' || outcome.status !== status || outcome.tokenUse !== 'reused')
    return notAsExpected(outcome)
  const { challenge, exchangeId, findings } = outcome
  const exchange = await api.getExchange({ id: exchangeId }, context)
  return {
    asExpected: true,
    meaning,
    rows: [
      ...(challenge?.error ? [{ name: 'error', value: challenge.error }] : []),
      ...(challenge?.error_description ? [{ name: 'description', value: challenge.error_description }] : []),
      ...(status === 200 ? [{ name: 'answer', value: shorten(exchange?.response?.body.text ?? '') }] : []),
    ],
    exchangeId,
    findings,
  }
}

function shorten(text: string): string {
  return text.length > 96 ? `${text.slice(0, 95)}…` : text
}
