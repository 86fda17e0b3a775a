import { useCallback, useMemo } from 'react'
import type { EnvironmentSummary } from '../../electron/contract/environment.ts'
import { goToConfigure } from '../go-to-configure.ts'
import { navigate, routeOf } from '../route.ts'
import { useDeleteEnvironment, useDuplicateEnvironment, useRestoreEnvironment } from './environments.ts'
import { useExportDraft } from './exporting.ts'
import { forgetTypedSecrets } from './typed-secrets.ts'
import { intend } from '../state/intents.ts'
import { showUndo } from '../ui/undo-notice.tsx'

type Named = Pick<EnvironmentSummary, 'id' | 'name' | 'builtIn'>

/** What can be done with an environment from wherever it is listed. */
export interface EnvironmentActs {
  requestToken: (environment: Named) => void
  rename: (environment: Named) => void
  duplicate: (environment: Named) => void
  exportOnly: (environment: Named) => void
  /** With undo; nothing for one that is built in. */
  remove: (environment: Named) => void
}

export function useEnvironmentActs(): EnvironmentActs {
  const { mutate: duplicate } = useDuplicateEnvironment()
  const { mutate: remove } = useDeleteEnvironment()
  const { mutate: restore } = useRestoreEnvironment()
  const [, changeExport] = useExportDraft()
  const onDeleted = useCallback(
    ({ id, name }: Named) => {
      forgetTypedSecrets(id)
      const wasShown = isShown(id)
      if (wasShown) navigate({ kind: 'environment', id: 'sandbox', tab: 'flow' })
      const goBack = () => wasShown && navigate({ kind: 'environment', id, tab: 'configure' })
      showUndo(`deleted-${id}`, `Deleted “${name}”.`, () => restore(id, { onSuccess: goBack }))
    },
    [restore],
  )
  return useMemo(
    () => ({
      requestToken: ({ id }) => {
        navigate({ kind: 'environment', id, tab: 'token' })
        intend(id, 'request')
      },
      rename: ({ id }) => goToConfigure(id, ['name']),
      duplicate: ({ id }) =>
        duplicate(id, {
          onSuccess: (copy) => copy !== null && navigate({ kind: 'environment', id: copy.id, tab: 'configure' }),
        }),
      exportOnly: ({ id }) => {
        changeExport((draft) => ({ ...draft, environmentIds: [id] }))
        navigate({ kind: 'export' })
      },
      remove: (environment) =>
        environment.builtIn
          ? undefined
          : remove(environment.id, { onSuccess: (isDeleted) => isDeleted && onDeleted(environment) }),
    }),
    [duplicate, remove, changeExport, onDeleted],
  )
}

function isShown(id: string): boolean {
  const route = routeOf(window.location.hash)
  return route.kind === 'environment' && route.id === id
}
