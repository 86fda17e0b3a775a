import { useCallback } from 'react'
import type { CallInput } from '../../electron/contract/calls.ts'
import type { KeySource } from '../../electron/contract/verification.ts'
import { type Action, useAction, useSteps } from './action.ts'
import { ofHeldToken, useHeldAction } from './held-action.ts'

/** The pasted token in the inspector takes the place of an environment's id. */
const inspector = 'inspector'

/** Verification of the token that an environment holds now: the one of this exchange. */
export function useVerifyHeld(environmentId: string, exchangeId: string): Action<'verifyToken'> {
  return useHeldAction('verifyToken', environmentId, exchangeId, withoutTypedKeys)
}

/** Starts it with these keys. */
export function useStartVerifyHeld(environmentId: string): (keys: KeySource) => void {
  const { run } = useSteps('verifyToken', environmentId, verifyingHeld)
  return useCallback(
    (keys) => run({ token: { kind: 'held', environmentId }, environmentId, keys }),
    [run, environmentId],
  )
}

/** Opens the JWE that an environment holds now. */
export function useOpenHeld(environmentId: string, exchangeId: string): Action<'openToken'> {
  return useHeldAction('openToken', environmentId, exchangeId, withoutTypedKey)
}

/** Verification of this pasted token. */
export function useVerifyPasted(token: string): Action<'verifyToken'> {
  return ofPasted(token, useAction('verifyToken', inspector, { kept: withoutTypedKeys }))
}

/** Opens this pasted JWE. */
export function useOpenPasted(token: string): Action<'openToken'> {
  return ofPasted(token, useAction('openToken', inspector, { kept: withoutTypedKey }))
}

/** Introspection of this pasted token. */
export function useIntrospectPasted(token: string): Action<'introspectPasted'> {
  return ofPasted(token, useAction('introspectPasted', inspector))
}

type Name = 'verifyToken' | 'openToken' | 'introspectPasted'

function ofPasted<N extends Name>(token: string, action: Action<N>): Action<N> {
  return action.input !== null && isOf(token, action.input.token)
    ? action
    : { ...action, outcome: null, input: null, error: null }
}

const isOf = (token: string, reference: CallInput<Name>['token']): boolean =>
  token === (typeof reference === 'string' ? reference : reference.kind === 'pasted' ? reference.token : null)

const withoutTypedKeys = (input: CallInput<'verifyToken'>): CallInput<'verifyToken'> =>
  'text' in input.keys ? { ...input, keys: { ...input.keys, text: '' } } : input

const withoutTypedKey = (input: CallInput<'openToken'>): CallInput<'openToken'> =>
  'text' in input.key ? { ...input, key: { ...input.key, text: '' } } : input

const verifyingHeld = { ...ofHeldToken, kept: withoutTypedKeys }
