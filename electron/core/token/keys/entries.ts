import type { Lint } from '../rejections/lint.ts'

/** The keys that a text holds, as they are, or why it holds none. */
export type Entries = { ok: true; entries: readonly unknown[] } | { ok: false; lint: Lint }

export const noEntries = (reason: string, evidence: Lint['evidence'] = {}): Entries => ({
  ok: false,
  lint: { reason, evidence },
})
