import type { ApiRequest } from '../../contract/api-call.ts'
import { resolve, type Resolved } from './resolve.ts'
import { type Variables, valuesOf } from './values-of.ts'

/** What the window knows of variables. `secretNames`: the secret ones that have a value. */
export interface KnownVariables extends Variables {
  secretNames: readonly string[]
}

/** In the place of the value of a secret variable. */
export const hiddenValue = '•••'

/** The request as it would be sent, to be shown while it is typed: it holds no secret. */
export function resolvedPreview(request: ApiRequest, variables: KnownVariables): Resolved {
  const isSet = new Set(variables.secretNames)
  return resolve(
    request,
    valuesOf(variables, (name) => (isSet.has(name) ? hiddenValue : undefined)),
  )
}
