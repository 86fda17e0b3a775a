/** Of what the token request carries besides the credentials. */
export const requestProblemCodes = ['secret_parameter', 'header_not_sent'] as const
