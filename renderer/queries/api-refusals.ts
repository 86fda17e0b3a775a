import type { HeldToken } from '../../electron/contract/token.ts'
import { useKeyed } from '../state/keyed-store.ts'
import { refusedTokens } from '../state/refused-tokens.ts'
import type { Refusal } from '../ui/token-word.ts'
import { useIsRefused } from './held-action.ts'

/** Whether the token that is held is the one that an API refused. */
export const isRefusedByApi = (refused: string | null, token: HeldToken | null): boolean =>
  token !== null && refused === token.exchangeId

/** What was refused last: the request of a token, or the one that is held. */
export function useRefusal(environmentId: string, token: HeldToken | null): Refusal | null {
  const isRefused = useIsRefused(environmentId, token)
  const refused = useKeyed(refusedTokens, environmentId)
  if (isRefused) return 'request'
  return isRefusedByApi(refused, token) ? 'token' : null
}
