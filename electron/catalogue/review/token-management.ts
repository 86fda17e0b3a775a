import type { ReviewEntry } from './entry.ts'

const lifetime = { check: 'token_lifetime', section: 'RFC 6750 §5.3', place: { kind: 'tab', tab: 'token' } } as const

export const tokenManagement = {
  lifetime_short: { ...lifetime, status: 'passed', evidence: ['seconds'] },
  lifetime_over_hour: { ...lifetime, status: 'to_improve', evidence: ['seconds'] },
  lifetime_over_day: { ...lifetime, status: 'at_risk', evidence: ['seconds'] },
  lifetime_not_said: { ...lifetime, status: 'not_known', evidence: [] },
  lifetime_without_token: { ...lifetime, status: 'not_known', evidence: [] },
} as const satisfies Readonly<Record<string, ReviewEntry>>
