import type { StepWords } from './step-words.ts'

export const revocationWords: StepWords = {
  title: 'Revocation',
  purpose:
    'The authorization server is asked to make the token invalid. The answer is 200 even for unknown tokens, so it proves nothing.',
  section: ['7009', '2'],
}

export const introspectionAgainWords: StepWords = {
  title: 'Introspection after revocation',
  purpose: 'The server is asked again about the revoked token. “active: false” proves that the revocation took effect.',
  section: ['7662', '2.2'],
}

export const apiCallAgainWords: StepWords = {
  title: 'API call after revocation',
  purpose: 'The same call is sent again with the revoked token. It shows whether the API notices revocation.',
  section: ['7009', '3'],
}

export const apiAnswerAgainWords: StepWords = {
  title: 'Answer after revocation',
  purpose:
    '401 proves that the API notices revocation. Success means that it validates offline or has a cached result.',
  section: ['7009', '3'],
}
