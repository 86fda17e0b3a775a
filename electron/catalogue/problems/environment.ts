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
  /** `url`: what the system names and is not understood; `words`: those of the system. */
  system_proxy_unusable: { evidence: [], optional: ['url', 'words'] },
  /** `reason`: in the words of the rule that the URL breaks. */
  /** `fault`: as `httpUrlFault` names it, or too_long. */
  url_refused: { evidence: ['fault'] },
} as const satisfies Record<string, EvidenceNames>
