import type { Practice } from '../../electron/vocabulary/review.ts'
import { createKept } from './kept.ts'

/** The practice that a person chose in the review, by environment; null for none. */
export const chosenPractices = createKept<Practice | null>(null)

/** Whether only practices are listed that there is something to act on. */
export const onlyOpen = createKept(false)
