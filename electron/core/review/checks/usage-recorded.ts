import { usageDays } from '../../../vocabulary/review.ts'
import { judged, type ReviewCheck, seenHere } from '../check.ts'

/** Whether what is sent from here is recorded. What others send is recorded by the server, which cannot be seen. */
export const usageRecorded: ReviewCheck = {
  name: 'usage_recorded',
  look: ({ usage, isKept }) => {
    if (!isKept) return [judged('usage_of_file', [])]
    if (!usage.isRecorded) return [judged('usage_not_recorded', [])]
    const requests = String(usage.tokenRequests)
    return [
      judged('usage_recorded', [seenHere('figure', 'token_requests', requests)], { requests, days: String(usageDays) }),
    ]
  },
}
