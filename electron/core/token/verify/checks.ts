import type { JsonObject } from '../../../contract/json-object.ts'
import type { Binding } from '../../../contract/token.ts'
import type { Check } from '../../../contract/verification.ts'
import { checkBinding } from './binding.ts'
import { checkAudience } from './checks/audience.ts'
import type { Clock } from './checks/clock.ts'
import { checkIssuer } from './checks/issuer.ts'
import { checkScope } from './checks/scope.ts'
import { checkTimes } from './checks/times.ts'
import { checkType } from './checks/type.ts'

/** What the claims are compared with. */
export interface Expectations {
  /** Configured issuer, empty when none is. */
  issuer: string
  /** The other issuer that the server's metadata names for access tokens, where it is known. */
  accessTokenIssuer?: string | null
  /** Audience and resources of the environment. */
  audiences: readonly string[]
  client_id: string
  scopeAsked: string
  /** The authorization server's clock where it is known, else this computer's, in milliseconds since 1970. */
  serverNow: number
  /** Milliseconds by which the server's clock is ahead of this computer's; absent when it is not known. */
  clockOffset?: number
  /** What the app proved to hold when it got the token, or null. */
  binding: Binding | null
}

/** All checks that read claims and header only; the signature is `signature.ts`. */
export function checkClaims(
  header: JsonObject,
  claims: JsonObject,
  expected: Expectations | null,
  clock: Clock,
): Check[] {
  return [
    checkType(header),
    checkIssuer(claims, expected?.issuer ?? '', expected?.accessTokenIssuer ?? null),
    checkAudience(claims, expected),
    checkTimes(claims, clock),
    checkScope(claims, expected?.scopeAsked ?? null),
    ...checkBinding(claims, expected?.binding ?? null),
  ]
}
