import type { Api } from '../../contract/calls.ts'
import type { HeldToken } from '../../contract/token.ts'
import type { SessionToken } from '../flow/session.ts'
import { type CallContext, type Desk, findSubject, onTrial } from '../environment/desk.ts'
import { obtainToken } from '../flow/obtain-token.ts'
import { environmentGone } from '../environment/problems.ts'
import { isOfSettings } from '../flow/token-cache.ts'

type TokenCalls = Pick<Api<CallContext>, 'requestToken' | 'listTokens' | 'revealToken' | 'copyToken'>

export function tokenCalls(desk: Desk): TokenCalls {
  const { ports, session } = desk
  const present = ([environmentId, { held, reuseKey }]: [string, SessionToken]): HeldToken => {
    const subject = findSubject(desk, environmentId)
    return { ...held, stale: subject === null || !isOfSettings(reuseKey, subject) }
  }
  return {
    requestToken: async ({ environmentId }, context) => {
      const subject = findSubject(desk, environmentId)
      if (subject === null) return { kind: 'not_sent', problems: [environmentGone] }
      return obtainToken(desk, onTrial(desk, subject), context)
    },
    listTokens: async () => Array.from(session.tokens, present),
    revealToken: async ({ environmentId }) => session.tokens.get(environmentId)?.accessToken ?? null,
    copyToken: async ({ environmentId }) => {
      const token = session.tokens.get(environmentId)
      if (token !== undefined) ports.copySecret(token.accessToken)
      return token !== undefined
    },
  }
}
