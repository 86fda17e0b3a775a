import type { Problem } from '../../../contract/problem.ts'

/** The keys that a text holds, as they are, or why it holds none. */
export type Entries = { ok: true; entries: readonly unknown[] } | { ok: false; problem: Problem }

export const noEntries = (problem: Problem): Entries => ({ ok: false, problem })
