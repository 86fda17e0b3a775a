import { createKept } from './kept.ts'

/** What the Flow tab shows. */
export interface FlowView {
  /** The newest run, or the plan where none was made; the plan in any case; or an earlier run. */
  shown: { kind: 'now' } | { kind: 'plan' } | { kind: 'earlier'; id: string }
  /** The run that is laid over it. */
  laidOver: string | null
  /** The row that was chosen, and in the picture of what: a run, by its id, or a plan. */
  chosenRow: { rowId: string; of: string } | null
  /** The rows that are unfolded. */
  unfolded: ReadonlySet<string>
}

/** By environment. */
export const flowViews = createKept<FlowView>({
  shown: { kind: 'now' },
  laidOver: null,
  chosenRow: null,
  unfolded: new Set(),
})
