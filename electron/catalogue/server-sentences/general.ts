import type { SentenceRule } from './entry.ts'

const source = 'words that several servers use'

/** What servers that nobody knows say, too. The more telling comes first. */
export const generalSentences: readonly SentenceRule[] = [
  {
    pattern: /secret\w{0,6}(?: keys?)?(?: \S{1,80}){0,6} (?:has |have |is |are )?expired/i,
    cause: 'secret_expired',
    confidence: 'certain',
    steps: ['token', 'introspection', 'revocation'],
    source,
  },
]
