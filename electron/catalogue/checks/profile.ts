import type { CheckEntries } from './entry.ts'

const typed = { section: 'RFC 9068 §2.1' } as const
const claimed = { section: 'RFC 9068 §2.2' } as const

/** About the profile for JWT access tokens. */
export const profileChecks = {
  profile_as_wanted: { result: 'passed', section: ['RFC 9068 §2.1', 'RFC 9068 §2.2'], evidence: ['value'] },
  profile_missing: { result: 'failed', section: ['RFC 9068 §2.1', 'RFC 9068 §2.2'], evidence: [] },
  profile_form: {
    ...claimed,
    result: 'failed',
    evidence: ['actual', 'wanted'],
    values: { wanted: ['string', 'seconds', 'string_or_list', 'scopes'] },
  },
  profile_typ: { ...typed, result: 'failed', evidence: ['actual'] },
  profile_alg: { ...typed, result: 'passed', evidence: ['alg'] },
  profile_alg_none: { ...typed, result: 'failed', evidence: [] },
  profile_alg_shared: { ...typed, result: 'noted', evidence: ['alg'] },
  profile_alg_unknown: { ...typed, result: 'noted', evidence: ['alg'] },
  profile_sub_client: { ...claimed, result: 'passed', evidence: ['sub'] },
  profile_sub_other: { ...claimed, result: 'noted', evidence: ['expected', 'actual'] },
  profile_client_other: { result: 'failed', section: 'RFC 8693 §4.3', evidence: ['expected', 'actual'] },
  profile_scope_missing: { result: 'noted', section: 'RFC 9068 §2.2.3', evidence: [] },
  profile_scope_unasked: { result: 'passed', section: 'RFC 9068 §2.2.3', evidence: [] },
  profile_scope_unknown: { result: 'not_possible', section: 'RFC 9068 §2.2.3', evidence: [] },
} as const satisfies CheckEntries
