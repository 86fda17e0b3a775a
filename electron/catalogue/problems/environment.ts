import type { EvidenceNames } from '../evidence.ts'

export const environmentProblems = {
  environment_gone: { evidence: [] },
  exchange_gone: { evidence: [] },
  /** `endpoint`: its name in an environment, such as token_endpoint. */
  endpoint_missing: { evidence: ['endpoint'] },
  sandbox_not_running: { evidence: [] },
  token_missing: { evidence: [] },
  previous_token_missing: { evidence: [] },
  token_not_obtained: { evidence: [] },
  token_request_cancelled: { evidence: [] },
  /** `reason`: in the words of what asked the system. */
  system_proxy_unusable: { evidence: ['reason'] },
  /** `reason`: in the words of the rule that the URL breaks. */
  url_refused: { evidence: ['reason'] },
} as const satisfies Record<string, EvidenceNames>
