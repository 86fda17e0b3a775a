import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import type { KnownVariables } from '../../electron/common/variables/resolved-preview.ts'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { Variable } from '../../electron/contract/variable.ts'
import { call } from '../host.ts'
import { createKept, keptValue, useKept } from '../state/kept.ts'
import { useEnvironment } from './environments.ts'

export function useWorkspaceVariables() {
  return useQuery({ queryKey: ['workspaceVariables'], queryFn: () => call('listWorkspaceVariables', undefined) })
}

/** The rows of Settings while they differ from what is saved; null while they do not. They hold no secret. */
const typedRows = createKept<readonly Variable[] | null>(null)

/** `change` is given the rows as they are now. */
export function useWorkspaceRows() {
  const client = useQueryClient()
  const saved = useWorkspaceVariables().data
  const [typed, keep] = useKept(typedRows)
  const change = useCallback(
    (next: (rows: readonly Variable[]) => readonly Variable[]) =>
      keep((now) => next(now ?? client.getQueryData<Variable[]>(['workspaceVariables']) ?? [])),
    [client, keep],
  )
  const forget = useCallback(() => keep(() => null), [keep])
  return { rows: typed ?? saved ?? [], isRead: saved !== undefined, isTyped: typed !== null, change, forget }
}

/** Typing on draws nothing again. */
export const useHasWorkspaceRows = (): boolean =>
  useSyncExternalStore(typedRows.store.subscribe, () => keptValue(typedRows) !== null)

export function useSaveWorkspaceVariables() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (variables: Variable[]) => call('saveWorkspaceVariables', { variables }),
    onSuccess: (_, variables) => client.setQueryData(['workspaceVariables'], variables),
  })
}

/** The names of the secret variables that have a value; null while that cannot be known. */
export const secretVariablesQuery = (environmentId: string) =>
  queryOptions({
    queryKey: ['secretVariables', environmentId],
    queryFn: () => call('listSecretVariables', { environmentId }),
  })

export const useSecretVariableNames = (environmentId: string) => useQuery(secretVariablesQuery(environmentId))

export function useSetSecretVariable(environmentId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (secret: Pick<CallInput<'setSecretVariable'>, 'name' | 'value'>) =>
      call('setSecretVariable', { environmentId, ...secret }),
    onSuccess: (outcome) => {
      if (outcome.kind === 'set') client.setQueryData(['secretVariables', environmentId], outcome.names)
    },
    gcTime: 0,
  })
}

/** All that a call of an environment may name, as it is saved; null until it is known. */
export function useVariables(environmentId: string): KnownVariables | null {
  const environment = useEnvironment(environmentId).data?.variables
  const workspace = useWorkspaceVariables().data
  const names = useSecretVariableNames(environmentId).data
  return useMemo(() => {
    if (environment === undefined || workspace === undefined || names === undefined) return null
    const declared = environment.flatMap(({ name, secret }) => (secret ? [name] : []))
    return { environment, workspace, secretNames: names ?? declared }
  }, [environment, workspace, names])
}
