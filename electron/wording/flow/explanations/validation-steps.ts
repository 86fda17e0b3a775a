import type { StepWords } from './step-words.ts'

export const verificationWords: StepWords = {
  title: 'Verification',
  purpose:
    'The signature, issuer, audience and times are checked here, without asking anyone. An API does the same when it validates offline (step 4B).',
  section: ['9068', '4'],
}

export const introspectionWords: StepWords = {
  title: 'Introspection',
  purpose:
    'The authorization server is asked whether the token is active. An API does the same when it validates by introspection (step 4A).',
  section: ['7662', '2'],
}

export const keysWords: StepWords = {
  title: 'Key set',
  purpose:
    'The public keys of the authorization server are fetched to check the signature. They are kept for the next time.',
  section: ['7517', '5'],
}

export const apiValidationWords: StepWords = {
  title: 'Validation by the API',
  purpose:
    'The API checks the token before it answers: by introspection (A) or offline (B). This cannot be seen from here.',
  section: ['6750', '5.2'],
}
