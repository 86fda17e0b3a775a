import type { Finding } from '../contract/finding.ts'

/** The finding that the API answered with a web page, which does not show that it accepted the token. */
export const webPageOf = (findings: readonly Finding[]): Finding | undefined =>
  findings.find(({ code }) => code === 'api_answer_web_page')
