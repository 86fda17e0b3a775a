import { createKept, keep } from './kept.ts'

/** The id of the saved call that is chosen, by environment; empty for the one that is being written. */
export const chosenCalls = createKept<string | null>(null)

export const chooseCall = (environmentId: string, callId: string): void => keep(chosenCalls, callId, environmentId)
