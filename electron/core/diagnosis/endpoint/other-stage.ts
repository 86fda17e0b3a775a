import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { refusesClient } from '../refuses-client.ts'
import { stagesInName } from '../../../catalogue/stages-in-name.ts'

/** Credentials of a test environment at the production host, or the reverse. */
export function otherStage(kase: Case): Cause[] {
  const { place, client_id } = kase.request
  if (place === null || !refusesClient(kase)) return []
  const ofHost = stagesInName(place.hostname.split('.').slice(0, -2).join('.'))
  const ofClient = stagesInName(client_id ?? '')
  const isTestHost = ofHost.some(isTest)
  const isTestClient = ofClient.some(isTest)
  const isLiveClient = ofClient.includes('production')
  const { host } = place
  const seen = { basis: 'seen', confidence: 'likely' } as const
  if (isTestHost && isLiveClient)
    return [cause(kase, 'sandbox_production_mismatch', seen, { credentials: 'production', host })]
  // A sandbox has other credentials everywhere.
  if (ofHost.includes('sandbox') && !isTestClient) {
    return [cause(kase, 'sandbox_production_mismatch', { basis: 'experience', confidence: 'possible' }, { host })]
  }
  if (ofHost.includes('production') && isTestClient && !isLiveClient) {
    return [cause(kase, 'sandbox_production_mismatch', seen, { credentials: 'test', host })]
  }
  return []
}

const isTest = (stage: string): boolean => stage !== 'production'
