import type { Finding } from '../contract/finding.ts'

/** Whether the answer says nothing of a token: it was sent without one, or a redirect led to where none is sent. */
export const isWithoutToken = (findings: readonly Finding[]): boolean =>
  findings.some(({ code }) => code === 'api_redirect_without_token' || code === 'api_sent_without_token')
