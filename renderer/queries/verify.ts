import type { CallInput } from '../../electron/contract/calls.ts'
import type { HeldToken } from '../../electron/contract/token.ts'
import { type Action, useAction } from './action.ts'
import { useHeldAction } from './held-action.ts'

/** The pasted token in the inspector stands where an environment's id would. */
const inspector = 'inspector'

/** Verification of the token that an environment holds now. */
export function useVerifyHeld(environmentId: string, token: HeldToken | null): Action<'verifyToken'> {
  return useHeldAction('verifyToken', environmentId, token, withoutTypedKeys)
}

/** Opens the JWE that an environment holds now. */
export function useOpenHeld(environmentId: string, token: HeldToken | null): Action<'openToken'> {
  return useHeldAction('openToken', environmentId, token, withoutTypedKey)
}

/** Verification of this pasted token. */
export function useVerifyPasted(token: string): Action<'verifyToken'> {
  return ofPasted(token, useAction('verifyToken', inspector, { kept: withoutTypedKeys }))
}

/** Opens this pasted JWE. */
export function useOpenPasted(token: string): Action<'openToken'> {
  return ofPasted(token, useAction('openToken', inspector, { kept: withoutTypedKey }))
}

type Name = 'verifyToken' | 'openToken'

function ofPasted<N extends Name>(token: string, action: Action<N>): Action<N> {
  const reference = action.input?.token
  return reference?.kind === 'pasted' && reference.token === token
    ? action
    : { ...action, outcome: null, input: null, error: null }
}

const withoutTypedKeys = (input: CallInput<'verifyToken'>): CallInput<'verifyToken'> =>
  'text' in input.keys ? { ...input, keys: { ...input.keys, text: '' } } : input

const withoutTypedKey = (input: CallInput<'openToken'>): CallInput<'openToken'> =>
  'text' in input.key ? { ...input, key: { ...input.key, text: '' } } : input
