import { scopesReviewDays } from '../../vocabulary/review.ts'
import { field, type ReviewEntry, unclear } from './entry.ts'

const calls = { kind: 'tab', tab: 'api-calls' } as const

const grant = { check: 'least_privilege', section: 'RFC 9700 §2.3', place: { kind: 'tab', tab: 'token' } } as const
const custom = { check: 'custom_scopes', section: 'RFC 9700 §2.3', place: field('scope') } as const
const review = { check: 'scopes_reviewed', section: null, evidence: [], place: field('scope') } as const
const refusal = {
  check: 'missing_scope',
  section: 'RFC 9700 §2.3',
  place: { kind: 'probe', probe: 'missing_scope' },
} as const

export const scopesAndPermissions = {
  granted_as_needed: { ...grant, status: 'passed', evidence: ['scopes'] },
  granted_everything: { ...grant, status: 'to_improve', evidence: ['scopes'] },
  granted_not_needed: { ...grant, status: 'to_improve', evidence: ['scopes'] },
  granted_not_requested: { ...grant, status: 'to_improve', evidence: ['scopes'] },
  need_not_noted: { ...grant, status: 'not_known', evidence: ['scopes'], place: calls },
  grant_not_said: { ...grant, status: 'not_known', evidence: [] },
  grant_without_token: { ...grant, status: 'not_known', evidence: [] },
  scopes_custom: { ...custom, status: 'passed', evidence: ['scopes'] },
  scopes_general: { ...custom, status: 'to_improve', evidence: ['scopes'] },
  token_without_scopes: { ...custom, status: 'to_improve', evidence: [] },
  scopes_not_said: { ...custom, status: 'not_known', evidence: [] },
  scopes_review_not_noted: { ...review, status: 'not_known', acceptedDays: scopesReviewDays },
  scopes_review_old: {
    ...review,
    status: 'to_improve',
    evidence: ['on', 'days'],
    acceptedDays: scopesReviewDays,
  },
  missing_scope_refused: { ...refusal, status: 'passed', evidence: ['scope', 'status'] },
  missing_scope_accepted: { ...refusal, status: 'at_risk', evidence: ['scope', 'status'] },
  scope_refusal_seen: {
    ...refusal,
    status: 'passed',
    section: 'RFC 6750 §3.1',
    evidence: ['count'],
    place: { kind: 'page', page: 'history' },
  },
  scope_check_unclear: { ...refusal, ...unclear },
  scope_check_not_probed: { ...refusal, status: 'not_known', evidence: [], optional: ['cannot'] },
} as const satisfies Readonly<Record<string, ReviewEntry>>
