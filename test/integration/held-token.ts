import type { CallInput } from '../../electron/contract/calls.ts'

/** Everything about the token that an environment holds, by the key set of that environment. */
export function ofHeldToken(environmentId: string): CallInput<'verifyToken'> {
  return { token: { kind: 'held', environmentId }, environmentId, keys: { kind: 'jwks', fresh: false } }
}
