import { useQueryClient } from '@tanstack/react-query'
import { isRunning } from '../state/runs.ts'
import { ofHeldToken } from './held-action.ts'
import { perform } from './perform.ts'

/** Requests a token for each of these environments, one after the other, so that no server is asked for all at once. */
export function useRequestTokens(): (environmentIds: readonly string[]) => Promise<void> {
  const client = useQueryClient()
  return async (environmentIds) => {
    for (const id of environmentIds) {
      if (isRunning('requestToken', id)) continue
      const input = { environmentId: id }
      const run = {
        name: 'requestToken',
        subject: id,
        input,
        of: ofHeldToken.of(client, id),
        kept: () => input,
      } as const
      await perform(client, run).catch(() => {
        // It has landed as the error of this run, beside its environment.
      })
    }
  }
}
