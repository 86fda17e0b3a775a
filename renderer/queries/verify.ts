import type { CallInput } from '../../electron/contract/calls.ts'
import type { HeldToken } from '../../electron/contract/token.ts'
import { type Action, useAction } from './action.ts'
import { useKept } from './kept.ts'

/** The pasted token in the inspector stands where an environment's id would. */
const inspector = 'inspector'

/**
 * Verification of the token that an environment holds now. What was found of one that it held before does not count any
 * more.
 */
export function useVerifyHeld(environmentId: string, token: HeldToken | null): Action<'verifyToken'> {
  return useOfHeld('verify', token, useAction('verifyToken', environmentId, withoutTypedKeys))
}

/** Opens the JWE that an environment holds now. */
export function useOpenHeld(environmentId: string, token: HeldToken | null): Action<'openToken'> {
  return useOfHeld('open', token, useAction('openToken', environmentId, withoutTypedKey))
}

/** Verification of this pasted token. */
export function useVerifyPasted(token: string): Action<'verifyToken'> {
  return ofPasted(token, useAction('verifyToken', inspector, withoutTypedKeys))
}

/** Opens this pasted JWE. */
export function useOpenPasted(token: string): Action<'openToken'> {
  return ofPasted(token, useAction('openToken', inspector, withoutTypedKey))
}

type Name = 'verifyToken' | 'openToken'

function useOfHeld<N extends Name>(what: string, token: HeldToken | null, action: Action<N>): Action<N> {
  const current = token?.exchangeId ?? ''
  const [ofExchange, setOfExchange] = useKept({ key: ['kept', what, token?.environmentId], initial: '' })
  const run: Action<N>['run'] = (...args) => {
    setOfExchange(() => current)
    action.run(...args)
  }
  return ofExchange === current ? { ...action, run } : { ...action, run, outcome: null, input: null }
}

function ofPasted<N extends Name>(token: string, action: Action<N>): Action<N> {
  const reference = action.input?.token
  return reference?.kind === 'pasted' && reference.token === token ? action : { ...action, outcome: null, input: null }
}

const withoutTypedKeys = (input: CallInput<'verifyToken'>): CallInput<'verifyToken'> =>
  'text' in input.keys ? { ...input, keys: { ...input.keys, text: '' } } : input

const withoutTypedKey = (input: CallInput<'openToken'>): CallInput<'openToken'> =>
  'text' in input.key ? { ...input, key: { ...input.key, text: '' } } : input
