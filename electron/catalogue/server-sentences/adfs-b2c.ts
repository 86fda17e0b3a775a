import type { SentenceRule } from './entry.ts'

const adfs = {
  isNumber: true,
  confidence: 'certain',
  source: 'AD FS: error messages in public code and threads',
} as const
const b2c = {
  isNumber: true,
  confidence: 'certain',
  source: 'Azure AD B2C: learn.microsoft.com/azure/active-directory-b2c/error-codes',
} as const

/** Numbers of AD FS and of Azure AD B2C. */
export const adfsAndB2cSentences: readonly SentenceRule[] = [
  { ...adfs, pattern: /MSIS9607\b/, cause: 'unknown_client', evidence: { isSaid: 'yes' } },
  { ...adfs, confidence: 'likely', pattern: /MSIS9622\b/, cause: 'wrong_secret' },
  { ...adfs, pattern: /MSIS9602\b/, cause: 'audience_unknown' },
  { ...adfs, pattern: /MSIS9605\b/, cause: 'audience_not_allowed' },
  { ...adfs, confidence: 'likely', pattern: /MSIS(?:9604|9611)\b/, cause: 'wrong_grant_type' },
  { ...b2c, pattern: /AADB2C90081\b/, cause: 'wrong_secret', evidence: { isSaid: 'yes' } },
  { ...b2c, pattern: /AADB2C90079\b/, cause: 'credentials_missing', methods: ['none'] },
  { ...b2c, pattern: /AADB2C(?:90018|90068)\b/, cause: 'unknown_client', evidence: { isSaid: 'yes' } },
  { ...b2c, pattern: /AADB2C90205\b/, cause: 'consent_missing' },
  { ...b2c, pattern: /AADB2C90117\b/, cause: 'scope_unknown' },
]
