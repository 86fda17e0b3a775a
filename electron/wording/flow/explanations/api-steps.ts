import type { StepWords } from './step-words.ts'

export const apiCallWords: StepWords = {
  title: 'API call',
  purpose:
    'The client calls the API with the token in the Authorization header. The client secret is never sent there.',
  section: ['6750', '2.1'],
}

export const apiAnswerWords: StepWords = {
  title: 'Answer of the API',
  purpose: 'The API answers with the resource if the token is valid and allows it. If not, its answer says why.',
  section: ['6750', '3'],
}

export const redirectWords: StepWords = {
  title: 'Redirect',
  purpose:
    'The server answered with another address, and the request went there. The token is dropped when the origin changes.',
  section: ['9110', '15.4'],
}

export const nonceWords: StepWords = {
  title: 'DPoP nonce',
  purpose: 'The server asked for a nonce in the proof. The request was sent once more with it.',
  section: ['9449', '8'],
}
