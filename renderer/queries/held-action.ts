import type { CallInput, CallOutput } from '../../electron/contract/calls.ts'
import type { HeldToken } from '../../electron/contract/token.ts'
import { type Action, useAction } from './action.ts'
import { type ActionName, type Done, useDone } from './outcomes.ts'
import { useToken } from './tokens.ts'

/** The exchange that a token came by; empty without one. */
export const exchangeOf = (token: HeldToken | null): string => token?.exchangeId ?? ''

/** An action about the token that an environment holds now. What came of it for an earlier token does not count any more. */
export function useHeldAction<Name extends Exclude<ActionName, 'requestToken'>>(
  name: Name,
  environmentId: string,
  token: HeldToken | null,
  kept: (input: CallInput<Name>) => CallInput<Name> = (input) => input,
): Action<Name> {
  const of = exchangeOf(token)
  const action = useAction(name, environmentId, { kept, of })
  return action.of === of ? action : withoutOutcome(action)
}

/** Requests of tokens. What came of the last one is shown until a newer token is held, however that was obtained. */
export function useTokenRequest(environmentId: string): Action<'requestToken'> {
  const token = useToken(environmentId).data ?? null
  const action = useAction('requestToken', environmentId, { of: exchangeOf(token) })
  return isOfToken(action, token) ? action : withoutOutcome(action)
}

/** Whether the last request was refused, and nothing newer was obtained since. */
export function useIsRefused(environmentId: string, token: HeldToken | null): boolean {
  const done = useDone('requestToken', environmentId)
  return done?.outcome?.kind === 'refused' && isOfToken(done, token)
}

/** True while this came last: the token is the one that was issued, or still the one that was held before. */
export function isOfToken(
  { outcome, of }: { outcome: CallOutput<'requestToken'> | null } & Pick<Done<'requestToken'>, 'of'>,
  token: HeldToken | null,
): boolean {
  return (outcome?.kind === 'issued' ? outcome.exchangeId : of) === exchangeOf(token)
}

const withoutOutcome = <Name extends ActionName>(action: Action<Name>): Action<Name> => ({
  ...action,
  outcome: null,
  input: null,
  error: null,
})
