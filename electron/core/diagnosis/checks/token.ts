import type { Check } from '../check.ts'
import { refusesToken } from '../refuses-token.ts'
import { audience } from './token/audience.ts'
import { issuer } from './token/issuer.ts'
import { keys } from './token/keys.ts'
import { kind } from './token/kind.ts'
import { permission } from './token/permission.ts'
import { times } from './token/times.ts'

const parts = [times, kind, keys, permission, issuer, audience]

/** What can be seen of the token itself, where an API did not accept it. */
export const token: Check = {
  name: 'token',
  look(kase) {
    const { token: sent } = kase
    return sent === null || !refusesToken(kase) ? null : parts.flatMap((part) => part(kase, sent))
  },
}
