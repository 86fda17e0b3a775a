/** Of the environment itself, its endpoints, and the token that a request is about. */
export const environmentProblemCodes = [
  'environment_gone',
  'exchange_gone',
  'endpoint_missing',
  'sandbox_not_running',
  'token_missing',
  'previous_token_missing',
  'token_not_obtained',
  'token_request_cancelled',
  'system_proxy_unusable',
  'url_refused',
] as const
