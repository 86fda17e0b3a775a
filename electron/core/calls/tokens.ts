import type { Api } from '../../contract/calls.ts'
import { recordEvent } from '../audit/record.ts'
import type { CallContext, CoreContext } from '../core-context.ts'
import { findEnvironment } from '../environment/current-environment.ts'
import { otherMethods, tryMethod } from '../flow/other-methods.ts'
import { requestToken } from '../flow/remembered.ts'
import { tokenFingerprint } from '../token/token-fingerprint.ts'

type TokenCalls = Pick<
  Api<CallContext>,
  'requestToken' | 'listOtherMethods' | 'tryMethod' | 'revealToken' | 'copyToken'
>

export function tokenCalls(core: CoreContext): TokenCalls {
  const { session } = core
  return {
    requestToken: (input, context) => requestToken(core, input, context),
    listOtherMethods: async ({ environmentId }) => {
      const environment = findEnvironment(core, environmentId)
      return environment === null ? [] : otherMethods(core, environment)
    },
    tryMethod: async ({ environmentId, method }, context) => {
      const environment = findEnvironment(core, environmentId)
      return environment === null ? { kind: 'not_sent' } : tryMethod(core, environment, method, context)
    },
    revealToken: async ({ environmentId }) => {
      const accessToken = session.tokens.get(environmentId)?.accessToken
      if (accessToken === undefined) return null
      recordEvent(core, 'token_revealed', environmentId, { token: tokenFingerprint(accessToken) })
      return accessToken
    },
    copyToken: async ({ environmentId }) => {
      const accessToken = session.tokens.get(environmentId)?.accessToken
      if (accessToken === undefined) return false
      recordEvent(core, 'token_copied', environmentId, { token: tokenFingerprint(accessToken) })
      core.copySecret(accessToken)
      return true
    },
  }
}
