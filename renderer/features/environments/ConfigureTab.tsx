import { Skeleton } from '@mantine/core'
import { useMemo } from 'react'
import type { Environment } from '../../../electron/contract/environment.ts'
import { useDrafts } from '../../queries/drafts.ts'
import { newDraftKey } from '../../queries/unsaved.ts'
import { EnvironmentForm } from './EnvironmentForm.tsx'
import { draftValues } from './form-draft.ts'
import { emptyValues, valuesOf } from './form-values.ts'

/** The form of an environment (a new one when null), with the unsaved edits that were kept. */
export function ConfigureTab({ environment }: { environment: Environment | null }) {
  const drafts = useDrafts()
  const saved = useMemo(() => (environment === null ? emptyValues : valuesOf(environment)), [environment])
  if (drafts.data === undefined) return <Skeleton h={300} />
  const key = environment?.id ?? newDraftKey
  return (
    <EnvironmentForm
      key={key}
      environment={environment}
      saved={saved}
      draft={draftValues(drafts.data.get(key), saved)}
      draftKey={key}
    />
  )
}
