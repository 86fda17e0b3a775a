import { field, type ReviewEntry } from './entry.ts'
import { bindings } from './network-security.ts'

const lifetime = { check: 'token_lifetime', section: 'RFC 6750 §5.3', place: { kind: 'tab', tab: 'token' } } as const
const caching = { check: 'token_caching', section: null, place: { kind: 'tab', tab: 'activity' } } as const
const scopes = { check: 'scopes_requested', section: 'RFC 9700 §2.3', place: field('scope') } as const
const noted = { ...scopes, place: { kind: 'tab', tab: 'api-calls' } } as const
const usage = { check: 'usage_recorded', section: null } as const
const refresh = { check: 'refresh_token', section: 'RFC 6749 §4.4.3', place: { kind: 'tab', tab: 'token' } } as const

export const tokenManagement = {
  lifetime_short: { ...lifetime, status: 'passed', evidence: ['seconds'] },
  lifetime_over_hour: { ...lifetime, status: 'to_improve', evidence: ['seconds'] },
  lifetime_over_day: { ...lifetime, status: 'at_risk', evidence: ['seconds'] },
  lifetime_over_day_bound: {
    ...lifetime,
    status: 'to_improve',
    evidence: ['seconds', 'binding'],
    values: { binding: bindings },
  },
  lifetime_without_exp: {
    ...lifetime,
    section: 'RFC 9068 §2.2',
    status: 'to_improve',
    evidence: [],
    optional: ['seconds'],
  },
  lifetime_not_said: { ...lifetime, section: 'RFC 6749 §5.1', status: 'not_known', evidence: [] },
  lifetime_unreadable: { ...lifetime, status: 'not_known', evidence: ['value'] },
  lifetime_without_token: { ...lifetime, status: 'not_known', evidence: [] },

  tokens_reused: { ...caching, status: 'passed', evidence: ['tokens', 'calls', 'days'] },
  tokens_not_reused: { ...caching, status: 'to_improve', evidence: ['tokens', 'early', 'days'] },
  tokens_renewed_early: {
    ...caching,
    status: 'to_improve',
    evidence: ['renewBefore', 'lifetime'],
    place: field('renewBefore'),
  },
  tokens_not_used: { ...caching, status: 'not_known', evidence: ['tokens', 'calls', 'days'] },
  reuse_not_seen: { ...caching, status: 'not_known', evidence: ['tokens', 'calls', 'days'] },
  reuse_not_recorded: { ...caching, status: 'not_known', evidence: [], place: field('notes') },

  scopes_needed: { ...scopes, status: 'passed', evidence: ['scopes'] },
  scopes_unused: { ...scopes, status: 'to_improve', evidence: ['scopes'] },
  scopes_unlimited: { ...scopes, status: 'to_improve', evidence: ['scopes'] },
  scopes_left_to_server: { ...scopes, section: 'RFC 6749 §3.3', status: 'to_improve', evidence: ['scopes'] },
  no_scopes: { ...scopes, status: 'passed', evidence: [] },
  scopes_of_default: { ...scopes, status: 'not_known', evidence: ['scope'] },
  scopes_not_noted: { ...noted, status: 'not_known', evidence: ['count'] },
  scopes_without_calls: { ...noted, status: 'not_known', evidence: [] },
  scopes_without_token: { ...scopes, status: 'not_known', evidence: [] },
  default_scope_not_seen: { ...scopes, status: 'not_known', evidence: [] },

  usage_recorded: {
    ...usage,
    status: 'passed',
    evidence: ['requests', 'days'],
    place: { kind: 'tab', tab: 'activity' },
  },
  usage_of_file: { ...usage, status: 'not_known', evidence: [], place: { kind: 'tab', tab: 'activity' } },
  usage_not_recorded: { ...usage, status: 'to_improve', evidence: [], place: field('notes') },

  no_refresh_token: { ...refresh, status: 'passed', evidence: [] },
  refresh_token_issued: { ...refresh, status: 'to_improve', evidence: [] },
  refresh_token_requested: { ...refresh, status: 'to_improve', evidence: ['scope'], place: field('scope') },
  refresh_without_token: { ...refresh, status: 'not_known', evidence: [] },
} as const satisfies Readonly<Record<string, ReviewEntry>>
