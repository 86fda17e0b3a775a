import { type ReviewEntry, unclear } from './entry.ts'

const history = { kind: 'settings', region: 'history' } as const

const failures = { check: 'failures_recorded', section: null } as const
const limit = {
  check: 'rate_limit',
  section: 'RFC 6749 §2.3.1',
  place: { kind: 'probe', probe: 'rate_limit' },
} as const
const alerts = { check: 'alerts', section: null } as const
const trail = { check: 'audit_trail', section: null } as const

export const errorsAndLogging = {
  failures_kept: {
    ...failures,
    status: 'passed',
    evidence: ['failures', 'requests'],
    place: { kind: 'page', page: 'history' },
  },
  no_failures: {
    ...failures,
    status: 'passed',
    evidence: ['requests'],
    place: { kind: 'page', page: 'history' },
  },
  failures_not_kept: { ...failures, status: 'to_improve', evidence: [], place: history },
  failures_of_file: { ...failures, status: 'not_known', evidence: [], place: history },
  wrong_credentials_limited: { ...limit, status: 'passed', evidence: [], optional: ['attempts', 'status'] },
  rate_limit_seen: {
    ...limit,
    status: 'passed',
    evidence: ['count'],
    place: { kind: 'page', page: 'history' },
  },
  rate_limit_announced: {
    ...limit,
    status: 'passed',
    evidence: ['announced'],
    place: { kind: 'page', page: 'history' },
  },
  wrong_credentials_not_limited: { ...limit, status: 'to_improve', evidence: ['attempts'] },
  rate_limit_unclear: { ...limit, ...unclear },
  rate_limit_not_seen: { ...limit, status: 'not_known', evidence: [], optional: ['cannot'] },
  alerts_on: { ...alerts, status: 'passed', evidence: ['minutes'], place: { kind: 'watch' } },
  alerts_off: {
    ...alerts,
    status: 'to_improve',
    evidence: ['minutes'],
    place: { kind: 'settings', region: 'notifications' },
  },
  alerts_not_seen: { ...alerts, status: 'not_known', evidence: [], place: { kind: 'watch' } },
  trail_sealed: {
    ...trail,
    status: 'passed',
    evidence: ['entries'],
    place: { kind: 'page', page: 'audit' },
  },
  trail_not_sealed: {
    ...trail,
    status: 'to_improve',
    evidence: [],
    place: { kind: 'settings', region: 'secrets' },
  },
  trail_without_key: {
    ...trail,
    status: 'not_known',
    evidence: [],
    place: { kind: 'settings', region: 'secrets' },
  },
  trail_without_history: { ...trail, status: 'to_improve', evidence: [], place: history },
  trail_of_file: { ...trail, status: 'not_known', evidence: [], place: { kind: 'page', page: 'audit' } },
  trail_empty: { ...trail, status: 'not_known', evidence: [], place: { kind: 'page', page: 'audit' } },
} as const satisfies Readonly<Record<string, ReviewEntry>>
