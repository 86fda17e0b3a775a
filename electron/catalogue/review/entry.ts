import { type Probe, type ReviewCheckName, type ReviewStatus, unclearProbes } from '../../vocabulary/review.ts'
import type { EvidenceNames } from '../evidence.ts'

/**
 * Where in the app it is changed, or seen: a field of Configure by its path, a tab of the environment, a region of Settings, a
 * page, or a probe.
 */
export type ReviewPlace =
  | { kind: 'field'; field: string }
  | { kind: 'tab'; tab: 'flow' | 'token' | 'introspection' | 'api-calls' | 'activity' | 'review' }
  | { kind: 'settings'; region: 'secrets' | 'history' | 'backups' | 'notifications' | 'sandbox' }
  | { kind: 'page'; page: 'history' | 'audit' | 'export' }
  | { kind: 'watch' }
  | { kind: 'probe'; probe: Probe }

/** What belongs to the code of a review. */
export interface ReviewEntry extends EvidenceNames {
  check: ReviewCheckName
  status: ReviewStatus
  /** The standard that says so, such as `RFC 9700 §2.2.1`; null where it is only the practice. */
  section: string | null
  place: ReviewPlace
  /** Days after which it has to be accepted again; absent where it is accepted once. */
  acceptedDays?: number
}

export const field = (name: string): ReviewPlace => ({ kind: 'field', field: name })

/** Of a probe whose answers do not say. */
export const unclear = { status: 'not_known', evidence: ['why'], values: { why: unclearProbes } } as const
