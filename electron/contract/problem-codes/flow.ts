/** Of a run of the whole flow that cannot begin, or cannot go on. */
export const flowProblemCodes = [
  'flow_running',
  'probes_running',
  'flow_act_missing',
  'flow_call_gone',
  'flow_call_missing',
  'flow_token_replaced',
  'flow_not_revoked',
  'flow_scope_missing',
  'flow_scope_unknown',
  'flow_scope_whole',
] as const
