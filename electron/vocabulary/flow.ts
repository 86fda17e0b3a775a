/** What can be run and drawn: the flow itself; revocation and its proof; the flow with fewer scopes than the API needs. */
export const flowScenarios = ['run', 'revoke', 'narrow'] as const

/** What a run does, one after the other. `introspect_again` and `call_again` are the proof of a revocation. */
export const flowActs = ['token', 'verify', 'introspect', 'call', 'revoke', 'introspect_again', 'call_again'] as const

/** Runs that are kept of each environment; the oldest go. */
export const maxFlowRuns = 200
