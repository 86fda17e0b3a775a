import { field, type ReviewEntry, unclear } from './entry.ts'

const token = { kind: 'tab', tab: 'token' } as const
const wrongAudience = {
  check: 'wrong_audience',
  section: 'RFC 9700 §2.3',
  place: { kind: 'probe', probe: 'wrong_audience' },
} as const
const changed = {
  check: 'changed_token',
  section: 'RFC 9068 §4',
  place: { kind: 'probe', probe: 'changed_token' },
} as const
const audience = { check: 'token_audience', section: 'RFC 9700 §2.3', place: field('audience') } as const
const algorithm = { check: 'token_algorithm', section: 'RFC 8725 §3.2', place: token } as const
const profile = { check: 'jwt_profile', section: 'RFC 9068 §2.2', place: token } as const
const introspection = {
  check: 'introspection_protected',
  section: 'RFC 7662 §2.1',
  place: { kind: 'probe', probe: 'introspection_open' },
} as const
const caching = {
  check: 'validation_caching',
  section: 'RFC 7662 §4',
  place: { kind: 'tab', tab: 'api-calls' },
} as const
const revocation = {
  check: 'revocation_effect',
  section: 'RFC 7009 §2.1',
  place: { kind: 'probe', probe: 'revocation' },
} as const

export const tokenValidation = {
  wrong_audience_refused: { ...wrongAudience, status: 'passed', evidence: [], optional: ['status'] },
  wrong_audience_accepted: {
    ...wrongAudience,
    status: 'at_risk',
    evidence: [],
    optional: ['status', 'audience', 'call'],
  },
  wrong_audience_not_probed: { ...wrongAudience, status: 'not_known', evidence: [], optional: ['cannot'] },
  wrong_audience_unclear: { ...wrongAudience, ...unclear },

  changed_token_refused: { ...changed, status: 'passed', evidence: [], optional: ['status'] },
  changed_token_accepted: { ...changed, status: 'at_risk', evidence: [], optional: ['status', 'call'] },
  token_not_needed: {
    ...changed,
    section: null,
    status: 'to_improve',
    evidence: [],
    optional: ['call'],
    place: { kind: 'tab', tab: 'api-calls' },
  },
  changed_token_not_probed: { ...changed, status: 'not_known', evidence: [], optional: ['cannot'] },
  changed_token_unclear: { ...changed, ...unclear },
  changed_token_without_signature: { ...changed, section: null, status: 'not_known', evidence: [], place: token },

  audience_named: { ...audience, status: 'passed', evidence: ['aud'] },
  audience_missing: { ...audience, status: 'to_improve', evidence: [] },
  audience_for_all: { ...audience, status: 'to_improve', evidence: ['aud'] },
  audience_not_an_api: {
    ...audience,
    section: 'RFC 9068 §3',
    status: 'to_improve',
    evidence: ['aud', 'is'],
    values: { is: ['client_id', 'issuer'] },
  },
  audience_not_introspected: { ...audience, section: 'RFC 7662 §2.2', status: 'not_known', evidence: [] },
  audience_not_visible: {
    ...audience,
    status: 'not_known',
    evidence: [],
    place: { kind: 'tab', tab: 'introspection' },
  },
  audience_without_token: { ...audience, status: 'not_known', evidence: [], place: token },

  algorithm_asymmetric: { ...algorithm, section: 'RFC 9068 §2.1', status: 'passed', evidence: ['alg'] },
  algorithm_symmetric: { ...algorithm, section: 'RFC 9068 §2.1', status: 'to_improve', evidence: ['alg'] },
  algorithm_weak: { ...algorithm, status: 'at_risk', evidence: ['alg'] },
  algorithm_unusual: { ...algorithm, status: 'not_known', evidence: ['alg'] },
  algorithm_not_visible: { ...algorithm, section: null, status: 'not_known', evidence: [] },
  algorithm_without_token: { ...algorithm, section: null, status: 'not_known', evidence: [] },

  profile_followed: { ...profile, status: 'passed', evidence: [] },
  profile_core_claims: { ...profile, section: 'RFC 8725 §3.8', status: 'passed', evidence: [], optional: ['typ'] },
  profile_claims_missing: { ...profile, section: 'RFC 9068 §4', status: 'to_improve', evidence: ['claims'] },
  profile_incomplete: { ...profile, status: 'to_improve', evidence: ['claims'] },
  profile_id_token: { ...profile, section: 'RFC 8725 §3.11', status: 'to_improve', evidence: ['claims'] },
  profile_not_visible: { ...profile, section: null, status: 'not_known', evidence: [] },
  profile_without_token: { ...profile, section: null, status: 'not_known', evidence: [] },

  introspection_refuses_strangers: { ...introspection, status: 'passed', evidence: [], optional: ['status'] },
  introspection_hides_from_strangers: { ...introspection, section: 'RFC 7662 §2.2', status: 'passed', evidence: [] },
  introspection_answers_strangers: { ...introspection, status: 'at_risk', evidence: [], optional: ['members'] },
  introspection_without_credentials: {
    ...introspection,
    status: 'at_risk',
    evidence: [],
    place: field('introspection'),
  },
  introspection_not_probed: { ...introspection, status: 'not_known', evidence: [], optional: ['cannot'] },
  introspection_unclear: { ...introspection, ...unclear },
  introspection_not_set: {
    ...introspection,
    section: null,
    status: 'not_known',
    evidence: [],
    place: field('introspection_endpoint'),
  },

  cache_not_visible: { ...caching, status: 'not_known', evidence: [] },
  expired_token_accepted: { ...caching, status: 'at_risk', evidence: ['seconds'] },
  expired_token_refused: { ...caching, status: 'passed', evidence: ['status'] },

  revocation_effective: {
    ...revocation,
    status: 'passed',
    evidence: ['by'],
    values: { by: ['api', 'introspection', 'both'] },
  },
  revocation_without_effect: { ...revocation, status: 'at_risk', evidence: [] },
  revocation_not_checked_by_api: {
    ...revocation,
    section: 'RFC 7009 §3',
    status: 'to_improve',
    evidence: [],
    optional: ['seconds', 'call'],
  },
  revocation_waits_for_expiry: { ...revocation, section: 'RFC 7009 §3', status: 'passed', evidence: ['seconds'] },
  revocation_not_supported: { ...revocation, section: 'RFC 7009 §2', status: 'to_improve', evidence: [] },
  revocation_not_probed: { ...revocation, status: 'not_known', evidence: [], optional: ['cannot'] },
  revocation_unclear: { ...revocation, ...unclear },
  revocation_not_set: {
    ...revocation,
    section: null,
    status: 'not_known',
    evidence: [],
    place: field('revocation_endpoint'),
  },
} as const satisfies Readonly<Record<string, ReviewEntry>>
