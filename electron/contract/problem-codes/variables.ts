/** Of variables in a call. */
export const variableProblemCodes = [
  'variable_missing',
  'variable_secret_not_set',
  'variable_secret_in_server',
  'variables_too_long',
] as const
