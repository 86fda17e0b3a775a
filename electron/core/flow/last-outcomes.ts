import type { LastOutcomes } from '../../contract/last-outcome.ts'
import type { WithSession } from '../core-context.ts'

/** What the last run of each call gave, for a window that starts again. */
export function lastOutcomes({ session: { lastOutcomes: kept } }: WithSession<'lastOutcomes'>): LastOutcomes {
  return {
    requestToken: [...kept.requestToken.values()],
    introspectToken: [...kept.introspectToken.values()],
    revokeToken: [...kept.revokeToken.values()],
    sendApiCall: [...kept.sendApiCall.values()],
  }
}
