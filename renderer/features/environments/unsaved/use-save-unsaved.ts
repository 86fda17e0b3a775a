import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Environment } from '../../../../electron/contract/environment.ts'
import { useKeepDraft } from '../../../queries/drafts.ts'
import { environmentQuery, useSaveEnvironment } from '../../../queries/environments.ts'
import { useStoreVariables } from '../../../queries/store-variables.ts'
import { settleTypedSecrets, typedSecrets } from '../../../queries/typed-secrets.ts'
import { currentDrafts, readUnsaved } from './save-unsaved.ts'

/** Why it was not saved. */
export type NotSaved = { kind: 'wrong' | 'failed'; messages: readonly string[] } | { kind: 'not_kept' }

const gone: NotSaved = { kind: 'failed', messages: ['This environment no longer exists.'] }

/** Saves what is typed in Configure of this environment, from wherever the person is. */
export function useSaveUnsaved(id: string) {
  const client = useQueryClient()
  const keepDraft = useKeepDraft()
  const save = useSaveEnvironment()
  const storeVariables = useStoreVariables()
  const [notSaved, setNotSaved] = useState<NotSaved | null>(null)
  const saveOver = (environment: Environment | null, onSaved: () => void) => {
    if (environment === null) return setNotSaved(gone)
    const typed = typedSecrets(id)
    const unsaved = readUnsaved(environment, currentDrafts(client)?.get(id), typed)
    if (unsaved.kind === 'wrong') return setNotSaved(unsaved)
    setNotSaved(null)
    const { value, secrets, keepOld, variables } = unsaved
    return save.mutate(
      { id, value, secrets, keepOld: [...keepOld] },
      {
        onSuccess: (result) => {
          if (result.kind === 'not_kept') return setNotSaved({ kind: 'not_kept' })
          keepDraft(id, '')
          settleTypedSecrets(id, typedSecrets(id).secrets, typed.variables)
          return void storeVariables(id, variables).then(onSaved)
        },
        onError: ({ message }) => setNotSaved({ kind: 'failed', messages: [message] }),
      },
    )
  }
  const run = (onSaved: () => void) => {
    client.fetchQuery(environmentQuery(id)).then(
      (environment) => saveOver(environment, onSaved),
      ({ message }: Error) => setNotSaved({ kind: 'failed', messages: [message] }),
    )
  }
  return { run, isSaving: save.isPending, notSaved, forget: () => setNotSaved(null) }
}
