import { useSyncExternalStore } from 'react'
import type { PreviewOutcome } from '../../../../electron/contract/outcome.ts'
import { usePreview } from '../../../queries/preview.ts'
import { useFormScope } from '../form-scope.ts'
import type { FieldSentence } from '../problems.ts'
import type { PreviewInput } from './previewed-values.ts'

export interface FormPreview {
  /** What the outcome is of; null while nothing could be previewed yet. */
  input: PreviewInput | null
  outcome: PreviewOutcome | null
  error: Error | null
  /** What makes the values no environment; the outcome is then of the last values that were one. */
  invalid: readonly FieldSentence[]
  updating: boolean
}

/** The token request of the values in the form. Who uses it is drawn when it changes, and not the whole form. */
export function useFormPreview(): FormPreview {
  const { environment, previewed, drawing } = useFormScope()
  const { input, invalid } = previewed
  const { data = null, error, isFetching } = usePreview(input, environment?.secrets ?? null)
  const isBehind = useSyncExternalStore(drawing.subscribe, drawing.isBehind)
  return { input, outcome: data, error, invalid, updating: isFetching || isBehind }
}
