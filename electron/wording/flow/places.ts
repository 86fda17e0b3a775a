/** Where evidence was seen. */
export const places = {
  request: 'Request, step 1',
  token: 'Token, step 2',
  tokenAnswer: 'Answer, step 2',
  newToken: 'Answer, new token',
  apiAnswer: 'Answer, step 5',
  introspection: 'Answer, introspection',
  revocation: 'Answer, revocation',
  check: 'Check',
  connection: 'Connection',
  setting: 'Setting',
} as const

/** What a request did not say. */
export const notSentText = (name: string): string => `${name} not sent`
