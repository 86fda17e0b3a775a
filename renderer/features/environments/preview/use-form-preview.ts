import { useEffect, useMemo, useState } from 'react'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import type { Environment } from '../../../../electron/contract/environment.ts'
import type { PreviewOutcome } from '../../../../electron/contract/outcome.ts'
import type { TypedSecrets } from '../../../../electron/contract/secret.ts'
import { usePreview } from '../../../queries/preview.ts'
import type { FormValues } from '../form-values.ts'
import { readNameless } from '../read-values.ts'

export type PreviewInput = Omit<CallInput<'previewTokenRequest'>, 'reveal'>

export interface FormPreview {
  /** What the outcome is of; null while nothing could be previewed yet. */
  input: PreviewInput | null
  outcome: PreviewOutcome | null
  error: Error | null
  /** False when the form has errors; the outcome is then of the last values that had none. */
  current: boolean
  updating: boolean
}

const pause = 250

/** The token request of the values as they stand in the form, a moment after the last key. */
export function useFormPreview(
  environment: Environment | null,
  values: FormValues,
  secrets: TypedSecrets,
): FormPreview {
  const environmentId = environment?.id ?? null
  const next = useMemo(() => {
    const read = readNameless(values)
    return read.ok ? { environmentId, value: read.value, secrets } : null
  }, [environmentId, values, secrets])
  const [input, setInput] = useState(next)
  useEffect(() => {
    if (next === null) return undefined
    const timer = setTimeout(() => setInput(next), pause)
    return () => clearTimeout(timer)
  }, [next])
  const { data = null, error, isFetching } = usePreview(input, environment?.secrets ?? null)
  return {
    input,
    outcome: data,
    error,
    current: next !== null,
    updating: isFetching || (next !== null && next !== input),
  }
}
