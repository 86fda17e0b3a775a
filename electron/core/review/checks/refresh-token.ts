import { mark } from '../../../common/mask-token.ts'
import { typedScopes } from '../../../common/scope.ts'
import type { ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenHere, seenIn } from '../check.ts'

/** Whether a second, longer-lived credential comes with the token, or is asked for. @see RFC 6749 §4.4.3, OpenID Connect Core §11 */
export const refreshToken: ReviewCheck = {
  name: 'refresh_token',
  look: (kase) => {
    const [first, ...others] = [...issuedWith(kase), ...requested(kase)]
    if (first !== undefined) return [first, ...others]
    return [judged(kase.issued === null ? 'refresh_without_token' : 'no_refresh_token', [])]
  },
}

function issuedWith({ issued }: ReviewCase): Judged[] {
  if (issued === null || !issued.members.includes('refresh_token')) return []
  return [judged('refresh_token_issued', [seenIn(issued, 'member', 'refresh_token', mark)])]
}

/** Salesforce has a scope `refresh_token`. */
function requested({ settings }: ReviewCase): Judged[] {
  const scope = typedScopes(settings.scope).find((one) => one === 'offline_access' || one === 'refresh_token')
  return scope === undefined
    ? []
    : [judged('refresh_token_requested', [seenHere('setting', 'scope', scope)], { scope })]
}
