import { typedScopes } from '../../../common/scope.ts'
import type { IssuedToken } from '../case.ts'
import { judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'
import { isDefault, isOfAll, isOfPersons } from '../parts/general-scopes.ts'
import { grantedTo, seenGrant } from '../parts/granted-scopes.ts'

/** Whether scopes say what this client may do, so that an API can tell one action from another. @see RFC 9700 §2.3 */
export const customScopes: ReviewCheck = {
  name: 'custom_scopes',
  look: ({ issued, settings }) => {
    const granted = issued === null ? null : grantedTo(issued, settings)
    const scopes = granted ?? typedScopes(settings.scope).filter((scope) => !isDefault(scope))
    const seen = (names: readonly string[]) =>
      issued === null ? [seenHere('setting', 'scope', names.join(' '))] : seenGrant(issued, names)
    const custom = scopes.filter((scope) => !isOfPersons(scope) && !isOfAll(scope))
    if (custom.length > 0) return [judged('scopes_custom', seen(custom), { scopes: custom.join(' ') })]
    if (scopes.length > 0) return [judged('scopes_general', seen(scopes), { scopes: scopes.join(' ') })]
    const claims = issued === null ? null : namesOf(issued)
    if (issued === null || claims === null || claims.some((name) => !permitsNothing.has(name))) {
      return [judged('scopes_not_said', [])]
    }
    return [judged('token_without_scopes', [seenIn(issued, 'claim', 'claims', claims.join(' '))])]
  },
}

/** Names of the claims; null where they cannot be read. */
const namesOf = ({ facts: { claims } }: IssuedToken): string[] | null => claims?.members.map(({ name }) => name) ?? null

/** Claims that say whose token it is, for whom and how long; any other may grant something. @see RFC 7519 §4.1, RFC 9068 §2.2 */
const permitsNothing: ReadonlySet<string> = new Set([
  'iss',
  'sub',
  'aud',
  'exp',
  'nbf',
  'iat',
  'jti',
  'client_id',
  'cid',
  'azp',
  'appid',
  'typ',
  'ver',
  'gty',
  'token_use',
  'cnf',
])
