import { judged, type ReviewCheck, seenHere } from '../check.ts'

/** Whether token requests that fail are kept here; what the server logs cannot be seen. */
export const failuresRecorded: ReviewCheck = {
  name: 'failures_recorded',
  look: ({ isKept, usage: { isRecorded, tokenRequests, failures } }) => {
    if (!isKept) return [judged('failures_of_file', [])]
    if (!isRecorded) return [judged('failures_not_kept', [seenHere('setting', 'history', 'off')])]
    const requests = String(tokenRequests)
    const seen = [seenHere('figure', 'token_requests', requests), seenHere('figure', 'failures', String(failures))]
    if (failures === 0) return [judged('no_failures', seen, { requests })]
    return [judged('failures_kept', seen, { requests, failures: String(failures) })]
  },
}
