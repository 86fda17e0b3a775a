import { leastPrivilege } from '../../../common/least-privilege.ts'
import type { Seen } from '../../../contract/review.ts'
import type { IssuedToken, ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'

/** Whether no more scopes are requested than the saved calls need. @see RFC 9700 §2.3 */
export const scopesRequested: ReviewCheck = {
  name: 'scopes_requested',
  look: (kase) => {
    const { settings, calls } = kase
    const { requested, needed, unused, notNoted, incomparable } = leastPrivilege(settings.scope, null, calls)
    if (requested.length === 0) return [nothingRequested(kase, notNoted === 0 ? needed : [])]
    const [first, ...others] = [
      ...found('scopes_unlimited', requested.filter(isUnlimited)),
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

/** `*`, `orders:*`, or a word that means everything. What `admin` may do is not known, and a client may be for that. */
const isUnlimited = (scope: string): boolean =>
  /(?:^|[:/.])\*$/.test(scope) || /^(?:all|everything|full|full[-_.]?access|root|superuser)$/i.test(scope)

const isDefault = (scope: string): boolean => scope.endsWith('.default')

/** Then the server grants what it likes. @see RFC 6749 §3.3 */
function nothingRequested({ issued }: ReviewCase, needed: readonly string[]): Judged {
  if (issued === null) return judged('scopes_without_token', [])
  const { scopes, claims } = issued.facts
  if (scopes.length === 0) {
    const isSaid = claims !== null || issued.scope !== null
    return isSaid ? judged('no_scopes', []) : judged('scopes_not_said', [])
  }
  const evidence = { scopes: scopes.join(' ') }
  const isAllNeeded = scopes.every((scope) => needed.includes(scope))
  return judged(isAllNeeded ? 'scopes_needed' : 'scopes_left_to_server', [granted(issued, evidence.scopes)], evidence)
}

const granted = (issued: IssuedToken, scopes: string): Seen =>
  seenIn(issued, issued.scope === null ? 'claim' : 'member', 'scope', scopes)
