import { useEffect, useMemo } from 'react'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { secretNames } from '../../../../electron/vocabulary/secret-names.ts'
import { useEnvironments, useSecretStates } from '../../../queries/environments.ts'
import type { Applied, Preview } from '../../../state/importing.ts'
import { createKept, useKept } from '../../../state/kept.ts'
import { keyOf, type NeededSecret, neededSecrets } from './needed-secrets.ts'

/** What was found to be needed by each import, by its id; what is saved since stays among it. */
const found = createKept<ReadonlyMap<string, NeededSecret>>(new Map())

/** A secret to supply, with its environment as it is called now. */
export interface NeededRow extends NeededSecret {
  key: string
  environment: EnvironmentSummary
  isSaved: boolean
}

const noRows: readonly NeededRow[] = []

/** The secrets that an import needs or needed, in the order of the list of environments; null until they are known. */
export function useNeededSecrets(
  { importId, added, replaced, extended }: Applied,
  preview: Preview,
): readonly NeededRow[] | null {
  const environments = useEnvironments().data
  const [seen, keepSeen] = useKept(found, importId)
  const imported = useMemo(() => [...added, ...replaced, ...extended], [added, replaced, extended])
  const met = preview.items.flatMap(({ existing }) => (existing === null ? [] : [existing.id]))
  const states = useSecretStates([...new Set([...imported, ...met])]).data
  const byId = useMemo(() => new Map(states?.map((state) => [state.id, state])), [states])
  const needed = useMemo(() => {
    const known = (environments ?? []).flatMap(({ id, name }) => {
      const state = byId.get(id)
      return state === undefined ? [] : [{ name, ...state }]
    })
    return neededSecrets(preview.items, imported, known)
  }, [environments, byId, preview, imported])
  useEffect(() => keepSeen((before) => withNew(before, needed)), [needed, keepSeen])
  return useMemo(() => {
    if (environments === undefined || states === undefined) return null
    if (seen.size === 0) return noRows
    return environments.flatMap((environment) =>
      secretNames.flatMap((name) => {
        const key = keyOf({ environmentId: environment.id, name })
        const secret = seen.get(key)
        const state = byId.get(environment.id)
        if (secret === undefined || state === undefined) return []
        return [{ ...secret, key, environment, isSaved: state.secrets[name].kind !== 'none' }]
      }),
    )
  }, [environments, states, byId, seen])
}

function withNew(
  before: ReadonlyMap<string, NeededSecret>,
  needed: readonly NeededSecret[],
): ReadonlyMap<string, NeededSecret> {
  const isNew = needed.filter((secret) => !before.has(keyOf(secret)))
  return isNew.length === 0 ? before : new Map([...before, ...isNew.map((secret) => [keyOf(secret), secret] as const)])
}
