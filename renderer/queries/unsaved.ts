import { useDrafts } from './drafts.ts'
import { useEnvironments } from './environments.ts'
import { type Typed, useFormsWithSecrets } from './typed-secrets.ts'

/** The key of the form that makes a new environment; that of any other is the environment's id. */
export const newDraftKey = 'new'

/** Whether something is typed in Configure of this environment that is not saved. */
export function useIsUnsaved(draftKey: string): boolean {
  return unsavedKeys(useDrafts().data, useFormsWithSecrets()).has(draftKey)
}

/** Whether that is so of any environment that is there, or of a new one. */
export function useIsAnythingUnsaved(): boolean {
  const environments = useEnvironments().data ?? []
  const unsaved = unsavedKeys(useDrafts().data, useFormsWithSecrets())
  return unsaved.has(newDraftKey) || environments.some(({ id }) => unsaved.has(id))
}

export function unsavedKeys(
  drafts: ReadonlyMap<string, string> | undefined,
  forms: ReadonlyMap<string, Typed>,
): ReadonlySet<string> {
  const withSecrets = [...forms].flatMap(([key, { secrets }]) => (Object.keys(secrets).length > 0 ? [key] : []))
  return new Set([...(drafts?.keys() ?? []), ...withSecrets])
}
