import type { Finding } from '../contract/finding.ts'

/** Whether a redirect led to where the token was not sent, so that the answer says nothing of it. */
export const isWithoutToken = (findings: readonly Finding[]): boolean =>
  findings.some(({ code }) => code === 'api_redirect_without_token')
