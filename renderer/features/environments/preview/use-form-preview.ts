import { useEffect, useMemo, useState } from 'react'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import type { Environment } from '../../../../electron/contract/environment.ts'
import type { FieldSentence } from '../problems.ts'
import type { PreviewOutcome } from '../../../../electron/contract/outcome.ts'
import type { TypedSecrets } from '../../../../electron/contract/secret.ts'
import { usePreview } from '../../../queries/preview.ts'
import type { FormValues } from '../form-values.ts'
import { readNameless } from '../read-values.ts'
import { secretsToSet } from '../secrets/shown-secrets.ts'

export type PreviewInput = Omit<CallInput<'previewTokenRequest'>, 'reveal'>

export interface FormPreview {
  /** What the outcome is of; null while nothing could be previewed yet. */
  input: PreviewInput | null
  outcome: PreviewOutcome | null
  error: Error | null
  /** What makes the values no environment; the outcome is then of the last values that were one. */
  invalid: readonly FieldSentence[]
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
  const read = useMemo(() => readNameless(values), [values])
  const next = useMemo(
    () => (read.ok ? { environmentId, value: read.value, secrets: secretsToSet(secrets, values) } : null),
    [environmentId, read, secrets, values],
  )
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
    invalid: read.ok ? [] : Object.entries(read.errors).map(([field, sentence]) => ({ field, sentence })),
    updating: isFetching || (next !== null && next !== input),
  }
}
