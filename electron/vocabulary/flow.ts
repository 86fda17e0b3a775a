/** What can be run and drawn: the flow itself; revocation and its proof; the flow with fewer scopes than the API needs. */
export const flowScenarios = ['run', 'revoke', 'narrow'] as const

/** What a run does, one after the other. `introspect_again` and `call_again` are the proof of a revocation. */
export const flowActs = ['token', 'verify', 'introspect', 'call', 'revoke', 'introspect_again', 'call_again'] as const

/** What each scenario does, in order. */
export const actsOfScenario = {
  run: ['token', 'verify', 'introspect', 'call'],
  revoke: ['token', 'introspect', 'call', 'revoke', 'introspect_again', 'call_again'],
  narrow: ['token', 'call'],
} as const satisfies Record<(typeof flowScenarios)[number], readonly (typeof flowActs)[number][]>

/** Runs that are kept of each environment; the oldest go. */
export const maxFlowRuns = 200

/** Exchanges and findings of an act that its run keeps, and characters of a text of a server. */
export const maxFlowExchanges = 40
export const maxFlowFindings = 5
export const maxFlowText = 1000
