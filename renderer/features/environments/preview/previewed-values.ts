import { useMemo, useState } from 'react'
import type { CallInput } from '../../../../electron/contract/calls.ts'
import type { Environment } from '../../../../electron/contract/environment.ts'
import type { TypedSecrets } from '../../../../electron/contract/secret.ts'
import type { FormValues } from '../form-values.ts'
import type { FieldSentence } from '../problems.ts'
import { readNameless } from '../read-values.ts'
import { secretsToSet } from '../secrets/shown-secrets.ts'

export type PreviewInput = Omit<CallInput<'previewTokenRequest'>, 'reveal'>

export interface PreviewedValues {
  /** The last values that were an environment; null while none were. */
  input: PreviewInput | null
  /** What makes the values of now no environment. */
  invalid: readonly FieldSentence[]
}

/** What a preview is made of. */
export function usePreviewedValues(
  environment: Environment | null,
  values: FormValues,
  secrets: TypedSecrets,
): PreviewedValues {
  const environmentId = environment?.id ?? null
  const read = useMemo(() => readNameless(values), [values])
  const next = useMemo(
    () => (read.ok ? { environmentId, value: read.value, secrets: secretsToSet(secrets, values) } : null),
    [environmentId, read, secrets, values],
  )
  const [input, setInput] = useState(next)
  if (next !== null && next !== input) setInput(next)
  const invalid = useMemo(
    () => (read.ok ? [] : Object.entries(read.errors).map(([field, sentence]) => ({ field, sentence }))),
    [read],
  )
  return { input: next ?? input, invalid }
}
