import { leastPrivilege } from '../../../common/least-privilege.ts'
import type { ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere } from '../check.ts'
import { isDefault, isOfAll } from '../parts/general-scopes.ts'
import { seenGrant } from '../parts/granted-scopes.ts'

/** Whether no more scopes are requested than the saved calls need. @see RFC 9700 §2.3 */
export const scopesRequested: ReviewCheck = {
  name: 'scopes_requested',
  look: (kase) => {
    const { settings, calls } = kase
    const { requested, needed, unused, notNoted, incomparable } = leastPrivilege(settings.scope, null, calls)
    if (requested.length === 0) return [nothingRequested(kase, notNoted === 0 ? needed : [])]
    const [first, ...others] = [
      ...found('scopes_unlimited', requested.filter(isOfAll)),
      ...found('scopes_unused', unused),
    ]
    if (first !== undefined) return [first, ...others]
    const seen = [seenHere('setting', 'scope', requested.join(' '))]
    switch (incomparable) {
      case 'no_calls':
      case 'nothing_requested':
        return [judged('scopes_without_calls', seen)]
      case 'default_scope':
        return [judged('scopes_of_default', seen, { scope: requested.find(isDefault) ?? '' })]
      case 'not_noted':
        return [judged('scopes_not_noted', seen, { count: String(notNoted) })]
      case null:
        return [judged('scopes_needed', seen, { scopes: requested.join(' ') })]
    }
  },
}

const found = (code: 'scopes_unlimited' | 'scopes_unused', scopes: readonly string[]): Judged[] =>
  scopes.length === 0
    ? []
    : [judged(code, [seenHere('setting', 'scope', scopes.join(' '))], { scopes: scopes.join(' ') })]

/** Then the server grants what it likes. @see RFC 6749 §3.3 */
function nothingRequested({ issued }: ReviewCase, needed: readonly string[]): Judged {
  if (issued === null) return judged('scopes_without_token', [])
  const { scopes, claims } = issued.facts
  if (scopes.length === 0) {
    const isSaid = claims !== null || issued.scope !== null
    return isSaid ? judged('no_scopes', []) : judged('default_scope_not_seen', [])
  }
  const evidence = { scopes: scopes.join(' ') }
  const isAllNeeded = scopes.every((scope) => needed.includes(scope))
  return judged(isAllNeeded ? 'scopes_needed' : 'scopes_left_to_server', seenGrant(issued, scopes), evidence)
}
