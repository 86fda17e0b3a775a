/** What an arrow is, and what its explanation is about. */
export const stepNames = [
  'secret',
  'token_request',
  'token_response',
  'verification',
  'introspection',
  'api_call',
  'api_validation',
  'api_answer',
  'revocation',
  'introspection_again',
  'api_call_again',
  'api_answer_again',
  'redirect',
  'nonce',
  'renewal',
  'keys',
] as const
export type StepName = (typeof stepNames)[number]
