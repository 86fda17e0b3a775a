import type { StepWords } from './step-words.ts'

export const secretWords: StepWords = {
  title: 'Secret from its source',
  purpose: 'The secret is not stored here. It is read from where it is kept, when a request needs it.',
  section: ['6749', '10.1'],
}

export const tokenRequestWords: StepWords = {
  title: 'Token request',
  purpose: 'The client proves who it is and asks for an access token. No user takes part.',
  section: ['6749', '4.4.2'],
}

export const tokenResponseWords: StepWords = {
  title: 'Token response',
  purpose:
    'The authorization server checks the credentials and answers with the token, its type and its lifetime. The client keeps the token until shortly before it expires.',
  section: ['6749', '5.1'],
}

export const renewalWords: StepWords = {
  title: 'Renewal of the token',
  purpose: 'The API answered 401, so a new token is requested once. This flow has no refresh token.',
  section: ['6749', '4.4.3'],
}
