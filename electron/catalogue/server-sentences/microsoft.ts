import type { SentenceRule } from './entry.ts'

const source = 'Microsoft Entra ID: learn.microsoft.com/entra/identity-platform/reference-error-codes'
const number = { isNumber: true, confidence: 'certain', source } as const

/** Numbers of Microsoft Entra ID. */
export const microsoftSentences: readonly SentenceRule[] = [
  { ...number, pattern: /AADSTS(?:7000215|70002)\b/, cause: 'wrong_secret' },
  { ...number, pattern: /AADSTS7000222\b/, cause: 'secret_expired' },
  { ...number, pattern: /AADSTS(?:700016|70001)\b/, cause: 'unknown_client' },
]
