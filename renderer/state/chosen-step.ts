import { createKept } from './kept.ts'

/** When the step begins that a person chose in the activity, in milliseconds since 1970, by environment; null for none. */
export const chosenSteps = createKept<number | null>(null)
