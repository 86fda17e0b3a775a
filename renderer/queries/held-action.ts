import type { QueryClient } from '@tanstack/react-query'
import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import type { HeldToken } from '../../electron/contract/token.ts'
import { type ActionName, type Done, useDone } from '../state/runs.ts'
import { type Action, type Outcome, useAction, useOutcome } from './action.ts'
import { heldToken, useToken } from './tokens.ts'

/** The exchange that a token came by; empty without one. */
export const exchangeOf = (token: HeldToken | null): string => token?.exchangeId ?? ''

/** The answer is about the token that the environment holds at the start. */
export const ofHeldToken = {
  of: (client: QueryClient, environmentId: string): string => exchangeOf(heldToken(client, environmentId)),
}

/** An action about the token that an environment holds now, which came by this exchange. What came of it for an earlier token does not count any more. */
export function useHeldAction<Name extends Exclude<ActionName, 'requestToken'>>(
  name: Name,
  environmentId: string,
  exchangeId: string,
  kept?: (input: CallInput<Name>) => CallInput<Name>,
): Action<Name> {
  const action = useAction(name, environmentId, { ...ofHeldToken, ...(kept && { kept }) })
  return action.of === exchangeId ? action : { ...action, ...nothing }
}

/** Requests of tokens. What came of the last one is shown until a newer token is held, however that was obtained. */
export function useTokenRequest(environmentId: string): Outcome<'requestToken'> {
  const token = useToken(environmentId).data ?? null
  const request = useOutcome('requestToken', environmentId, ofHeldToken)
  return isOfToken(request, token) ? request : { ...request, ...nothing }
}

/** Whether the last request was refused, and nothing newer was obtained since. */
export function useIsRefused(environmentId: string, token: HeldToken | null): boolean {
  const done = useDone('requestToken', environmentId)
  return done?.outcome?.kind === 'refused' && isOfToken(done, token)
}

/** Whether the last request gave no token and the screen says why: what mends it helps more then than to request once more. */
export function useNeedsMending(environmentId: string): boolean {
  const token = useToken(environmentId).data ?? null
  const done = useDone('requestToken', environmentId)
  const outcome = done?.outcome ?? null
  if (done === null || outcome === null || outcome.kind === 'issued' || !isOfToken(done, token)) return false
  return outcome.kind !== 'unreachable' || outcome.failure.code !== 'cancelled'
}

/** True while this came last: the token is the one that was issued, or still the one that was held before. */
export function isOfToken(
  { outcome, of }: { outcome: CallOutput<'requestToken'> | null } & Pick<Done<'requestToken'>, 'of'>,
  token: HeldToken | null,
): boolean {
  return (outcome?.kind === 'issued' ? outcome.exchangeId : of) === exchangeOf(token)
}

const nothing = { outcome: null, input: null, error: null } as const
