import { isFormValues } from './form-shape.ts'
import type { FormValues } from './form-values.ts'

/** Unsaved edits, with what was saved when they were made. */
export const draftText = (base: FormValues, values: FormValues): string => JSON.stringify({ base, values })

/** A draft that was kept, carried over to what is saved now; null when it is not one (another version wrote it). */
export function draftValues(draft: string | undefined, saved: FormValues): FormValues | null {
  if (draft === undefined) return null
  const kept: unknown = JSON.parse(draft)
  return isMembers(kept) && isFormValues(kept['base']) && isFormValues(kept['values'])
    ? rebase(kept['values'], kept['base'], saved)
    : null
}

/**
 * The edits that made `edited` of `before`, made to `after` instead: what a person did not touch is as it is saved now,
 * so that an old value is never written back. A list is one value, and so is what has other members than before.
 */
export function rebase(edited: FormValues, before: FormValues, after: FormValues): FormValues {
  const merged = rebased(edited, before, after)
  return isSame(merged, after) || !isFormValues(merged) ? after : merged
}

function rebased(edited: unknown, before: unknown, after: unknown): unknown {
  if (isSame(edited, before)) return after
  if (!isMembers(edited) || !isMembers(before) || !isMembers(after)) return edited
  if (!hasSameMembers(edited, before) || !hasSameMembers(edited, after)) return edited
  return Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, rebased(edited[name], before[name], value)]),
  )
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const hasSameMembers = (one: object, other: object): boolean =>
  isSame(Object.keys(one).toSorted(), Object.keys(other).toSorted())

const isMembers = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
