import type { Rejection } from '../rejections/rejection.ts'

/** The keys that a text holds, as they are, or why it holds none. */
export type Entries = { ok: true; entries: readonly unknown[] } | { ok: false; rejection: Rejection }

export const noEntries = (reason: string, evidence: Rejection['evidence'] = {}): Entries => ({
  ok: false,
  rejection: { reason, evidence },
})
