import { useDraftKeys, useHasDraft } from './drafts.ts'
import { useEnvironments } from './environments.ts'
import { useHasWorkspaceRows } from './variables.ts'
import { useFormsWithSecrets, useHasTypedSecrets } from './typed-secrets.ts'

/** The key of the form that makes a new environment; that of any other is the environment's id. */
export const newDraftKey = 'new'

/** Whether something is typed in Configure of this environment that is not saved. */
export function useIsUnsaved(draftKey: string): boolean {
  const isMeant = (key: string) => key === draftKey
  const hasDraft = useHasDraft(isMeant)
  return useHasTypedSecrets(isMeant) || hasDraft
}

/** The keys of all forms of which that is so; none while they are not wanted. */
export function useUnsavedKeys(isWanted: boolean): ReadonlySet<string> {
  const drafted = useDraftKeys(isWanted)
  const typed = useFormsWithSecrets()
  return new Set(isWanted ? [...drafted, ...typed] : [])
}

/** Whether that is so of any environment that is there, of a new one, or of the variables in Settings. */
export function useIsAnythingUnsaved(): boolean {
  const environments = useEnvironments().data ?? []
  const isMeant = (key: string) => key === newDraftKey || environments.some(({ id }) => id === key)
  const hasDraft = useHasDraft(isMeant)
  const hasRows = useHasWorkspaceRows()
  return useHasTypedSecrets(isMeant) || hasDraft || hasRows
}
