import type { flowProblems } from '../../catalogue/problems/flow.ts'
import type { Writers } from '../../catalogue/evidence.ts'

export const flowProblemWriters: Writers<typeof flowProblems, string> = {
  probes_running: () => 'Probes of this environment are under way. Wait until they end, or cancel them.',
  flow_running: () => 'A run of this environment is under way. Wait until it ends, or cancel it.',
  flow_act_missing: ({ act }) => `This scenario has no step ${act}. Run it from the first step.`,
  flow_call_gone: () => 'The API call was deleted. Choose another one.',
  flow_call_missing: () => 'No API call is chosen. Choose the one that needs the scopes you leave out.',
  flow_token_replaced: () => 'Another request replaced the token while this run was under way. Run it again.',
  flow_not_revoked: () =>
    'The token that is held was not revoked, so there is nothing to prove. Run from the revocation.',
  flow_scope_missing: () => 'No scope is chosen. Choose at least one of those that the environment requests.',
  flow_scope_unknown: ({ scope }) => `The environment does not request ${scope}. Choose among its own scopes.`,
  flow_scope_whole: () => 'All scopes of the environment are chosen. Leave out the one that the API call needs.',
}
