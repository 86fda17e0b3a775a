import type { EvidenceNames } from '../evidence.ts'

export const flowProblems = {
  flow_running: { evidence: [] },
  probes_running: { evidence: [] },
  /** `act`: its name in a run, such as introspect_again. */
  flow_act_missing: { evidence: ['act'] },
  flow_call_gone: { evidence: [] },
  flow_call_missing: { evidence: [] },
  flow_token_replaced: { evidence: [] },
  flow_not_revoked: { evidence: [] },
  flow_scope_missing: { evidence: [] },
  /** `scope`: those that the environment does not request, separated by spaces. */
  flow_scope_unknown: { evidence: ['scope'] },
  flow_scope_whole: { evidence: [] },
} as const satisfies Record<string, EvidenceNames>
