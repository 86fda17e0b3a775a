import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { refusesClient } from '../refuses-client.ts'

const test = /^(?:sandbox|sbx|test|testing|staging|stage|stg|uat|qa|dev|demo|preview|preprod|sit|int)\d{0,2}$/
/** Names of environments that have credentials of their own everywhere. */
const sandbox = /^(?:sandbox|sbx)\d{0,2}$/
const live = /^(?:prod|prd|production|live)\d{0,2}$/

/** Credentials of a test environment at the production host, or the reverse. */
export function otherStage(kase: Case): Cause[] {
  const { place, client_id } = kase.request
  if (place === null || !refusesClient(kase)) return []
  const hostParts = place.hostname
    .split('.')
    .slice(0, -2)
    .flatMap((label) => label.split('-'))
  const clientParts = (client_id ?? '').toLowerCase().split(/[-_.:]/)
  const isTestHost = hostParts.some((part) => test.test(part))
  const isTestClient = clientParts.some((part) => test.test(part))
  const isLiveClient = clientParts.some((part) => live.test(part))
  const { host } = place
  const seen = { basis: 'seen', confidence: 'likely' } as const
  if (isTestHost && isLiveClient)
    return [cause(kase, 'sandbox_production_mismatch', seen, { credentials: 'production', host })]
  if (hostParts.some((part) => sandbox.test(part)) && !isTestClient) {
    return [cause(kase, 'sandbox_production_mismatch', { basis: 'experience', confidence: 'possible' }, { host })]
  }
  const isLiveHost = hostParts.some((part) => live.test(part))
  if (isLiveHost && isTestClient && !isLiveClient) {
    return [cause(kase, 'sandbox_production_mismatch', seen, { credentials: 'test', host })]
  }
  return []
}
