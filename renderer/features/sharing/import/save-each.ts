import type { SecretStorage } from '../../../../electron/contract/secret-storage.ts'

/** What came of saving the secrets of several environments, one after the other. */
export interface SavedEach {
  /** How many secrets were saved. */
  saved: number
  /** Why those of an environment were not, by its id. */
  failures: ReadonlyMap<string, string>
  /** What keeps secrets from being stored at all; nothing further is tried then. */
  notKept: SecretStorage | null
}

export type SavedOne = { kind: 'saved'; secrets: number } | { kind: 'not_kept'; storage: SecretStorage }

/** One that fails keeps none of the others from being saved. */
export async function saveEach(
  environmentIds: Iterable<string>,
  saveOne: (environmentId: string) => Promise<SavedOne>,
): Promise<SavedEach> {
  let saved = 0
  const failures = new Map<string, string>()
  for (const id of environmentIds) {
    try {
      const result = await saveOne(id)
      if (result.kind === 'not_kept') return { saved, failures, notKept: result.storage }
      saved += result.secrets
    } catch (error) {
      failures.set(id, error instanceof Error ? error.message : String(error))
    }
  }
  return { saved, failures, notKept: null }
}
