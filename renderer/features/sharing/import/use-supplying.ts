import { useQueryClient } from '@tanstack/react-query'
import { type KeptAs, setSecrets } from '../../../queries/set-secrets.ts'
import { createKept, useKept } from '../../../state/kept.ts'
import { type SavedEach, saveEach } from './save-each.ts'
import { typedByEnvironment } from './typed-rows.ts'
import type { NeededRow } from './use-needed-secrets.ts'

interface State {
  isSaving: boolean
  /** What the last saving gave. */
  last: SavedEach | null
  /** Whether what is not typed is left for later. */
  isLater: boolean
}

/** By the id of the import. */
const kept = createKept<State>({ isSaving: false, last: null, isLater: false })

/** Saves what is typed at these rows. */
export function useSupplying(importId: string, rows: readonly NeededRow[]) {
  const client = useQueryClient()
  const [state, change] = useKept(kept, importId)
  const save = async (keptAs: KeptAs = 'set_up'): Promise<void> => {
    const typed = typedByEnvironment(rows.filter(({ isSaved }) => !isSaved))
    if (state.isSaving || typed.size === 0) return
    change((now) => ({ ...now, isSaving: true }))
    const last = await saveEach(typed.keys(), async (id) => {
      const secrets = typed.get(id) ?? {}
      const outcome = await setSecrets(client, id, secrets, keptAs)
      if (outcome.kind === 'not_kept') return outcome
      return { kind: 'saved', secrets: Object.keys(secrets).length }
    })
    change((now) => ({ ...now, isSaving: false, last }))
  }
  return {
    ...state,
    save,
    setLater: () => change((now) => ({ ...now, isLater: true })),
    closeStorage: () => change((now) => ({ ...now, last: null })),
  }
}
