/** Comments in an HTTP archive. */
export const harComments = {
  masked: 'Secrets and tokens are masked.',
  bodyIncomplete: 'The body is not complete.',
  authentication: (wasSent: boolean, clientId: string, method: string) =>
    `${wasSent ? 'Authenticated' : 'To be authenticated'} as ${clientId} by ${method}.`,
} as const
