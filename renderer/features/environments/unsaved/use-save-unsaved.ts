import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Environment } from '../../../../electron/contract/environment.ts'
import { useKeepDraft } from '../../../queries/drafts.ts'
import { useSaveEnvironment } from '../../../queries/environments.ts'
import { settleTypedSecrets, typedSecrets } from '../../../queries/typed-secrets.ts'
import { currentDrafts, readUnsaved } from './save-unsaved.ts'

/** Why it was not saved. */
export type NotSaved = { kind: 'wrong' | 'failed'; messages: readonly string[] } | { kind: 'not_kept' }

/** Saves what is typed in Configure of this environment, from wherever the person is. */
export function useSaveUnsaved(environment: Environment) {
  const client = useQueryClient()
  const keepDraft = useKeepDraft()
  const save = useSaveEnvironment()
  const [notSaved, setNotSaved] = useState<NotSaved | null>(null)
  const { id } = environment
  const run = (onSaved: () => void) => {
    const unsaved = readUnsaved(environment, currentDrafts(client)?.get(id), typedSecrets(id))
    if (unsaved.kind === 'wrong') return setNotSaved(unsaved)
    setNotSaved(null)
    const { value, secrets, keepOld } = unsaved
    return save.mutate(
      { id, value, secrets, keepOld: [...keepOld] },
      {
        onSuccess: (result) => {
          if (result.kind === 'not_kept') return setNotSaved({ kind: 'not_kept' })
          keepDraft(id, '')
          settleTypedSecrets(id, typedSecrets(id).secrets)
          return onSaved()
        },
        onError: ({ message }) => setNotSaved({ kind: 'failed', messages: [message] }),
      },
    )
  }
  return { run, isSaving: save.isPending, notSaved, forget: () => setNotSaved(null) }
}
