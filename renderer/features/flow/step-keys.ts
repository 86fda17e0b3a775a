import { roved } from '../../ui/roving.ts'
import type { Step } from './steps.ts'

/** What a key does in the list of steps. @see https://www.w3.org/WAI/ARIA/apg/patterns/treeview/ */
export type StepAct = { kind: 'select'; id: string } | { kind: 'fold' | 'unfold'; id: string } | { kind: 'open' }

export function stepAct(key: string, steps: readonly Step[], selected: string | null): StepAct | null {
  const index = steps.findIndex(({ row }) => row.id === selected)
  const step = steps[index]
  if (step !== undefined) {
    const { id } = step.row
    if (key === 'Enter' || key === ' ') return { kind: 'open' }
    if (key === 'ArrowRight' && step.isUnfolded === false) return { kind: 'unfold', id }
    if (key === 'ArrowLeft' && step.isUnfolded === true) return { kind: 'fold', id }
    if (key === 'ArrowLeft' && step.parent !== null) return { kind: 'select', id: step.parent }
  }
  const next = roved(key === 'ArrowRight' && step?.isUnfolded === true ? 'ArrowDown' : key, index, steps.length)
  const id = next === null ? undefined : steps[next]?.row.id
  return id === undefined ? null : { kind: 'select', id }
}
