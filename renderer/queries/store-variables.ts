import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CallOutput } from '../../electron/contract/calls.ts'
import { problemSentence } from '../../electron/wording/problems.ts'
import { call } from '../host.ts'
import { toastFailed } from '../ui/toast.ts'
import { changeTypedSecrets, type TypedVariable } from './typed-secrets.ts'

/** Stores values of secret variables of an environment that is saved. What is not stored stays typed, and is said. */
export function useStoreVariables() {
  const client = useQueryClient()
  return useCallback(
    async (environmentId: string, typed: readonly TypedVariable[]) => {
      for (const one of typed) {
        const problem = await store(client, environmentId, one)
        if (problem === null) continue
        changeTypedSecrets(environmentId, (now) => ({
          ...now,
          variables: [...now.variables.filter(({ index }) => index !== one.index), one],
        }))
        toastFailed(`The value of ${one.name} is not stored`, `${problem} What you typed is kept.`)
      }
    },
    [client],
  )
}

/** Why it was not stored; null when it was. */
async function store(
  client: QueryClient,
  environmentId: string,
  { name, value }: TypedVariable,
): Promise<string | null> {
  try {
    const outcome = await call('setSecretVariable', { environmentId, name, value })
    if (outcome.kind === 'set') client.setQueryData(['secretVariables', environmentId], outcome.names)
    return notStored(outcome)
  } catch (error) {
    return error instanceof Error ? error.message : 'It failed.'
  }
}

/** Why it is not as it was meant; null when it is. */
export function notStored(outcome: CallOutput<'setSecretVariable'>): string | null {
  switch (outcome.kind) {
    case 'set':
      return null
    case 'gone':
      return 'This environment no longer exists.'
    case 'full':
      return 'All secret variables together may have at most 100,000 characters.'
    case 'not_read':
      return problemSentence(outcome.problem)
    case 'not_kept':
      return 'Secrets cannot be stored now.'
  }
}
