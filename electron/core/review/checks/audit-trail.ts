import { judged, type ReviewCheck, seenHere } from '../check.ts'

/** Whether what was requested, used and done is on record here, so that a change of the record is noticed. */
export const auditTrail: ReviewCheck = {
  name: 'audit_trail',
  look: ({ usage, trail, protection, isKept }) => {
    if (!isKept) return [judged('trail_of_file', [])]
    if (!usage.isRecorded) return [judged('trail_without_history', [seenHere('setting', 'history', 'off')])]
    if (trail.entries === 0) return [judged('trail_empty', [])]
    const entries = String(trail.entries)
    const seen = [seenHere('figure', 'audit_entries', entries)]
    if (trail.isSealed) return [judged('trail_sealed', seen, { entries })]
    // The key that seals is kept with the secrets: without any there is none yet.
    return [judged(protection === null ? 'trail_without_key' : 'trail_not_sealed', seen)]
  },
}
