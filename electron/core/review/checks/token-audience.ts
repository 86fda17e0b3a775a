import { memberOf, stringListOf } from '../../../common/json-source.ts'
import type { IssuedToken, RecordedFacts, ReviewCase } from '../case.ts'
import { type Judged, judged, type ReviewCheck, seenIn } from '../check.ts'
import { isSameButSlash } from '../parts/same-but-slash.ts'
import { destinations } from '../parts/destinations.ts'

/** Whether the token is for the API alone, so that another one can refuse it. @see RFC 9700 §2.3, RFC 9068 §3 */
export const tokenAudience: ReviewCheck = {
  name: 'token_audience',
  look: (kase) => {
    const { issued } = kase
    if (issued === null) return [judged('audience_without_token', [])]
    return [issued.facts.claims === null ? ofOpaque(issued, kase) : ofClaims(issued, kase)]
  },
}

function ofClaims(issued: IssuedToken, kase: ReviewCase): Judged {
  const { claims, aud } = issued.facts
  const source = claims === null ? undefined : memberOf(claims, 'aud')?.source
  const named = (aud ?? []).filter((name) => name.trim() !== '')
  if (named.length === 0) {
    const names = (claims?.members ?? []).map(({ name }) => name).join(', ')
    return judged('audience_missing', [
      source === undefined ? seenIn(issued, 'claim', 'claims', names) : seenIn(issued, 'claim', 'aud', source),
    ])
  }
  const seen = [seenIn(issued, 'claim', 'aud', source ?? '')]
  const evidence = { aud: named.join(', ') }
  if (named.includes('*')) return judged('audience_for_all', seen, evidence)
  const is = named.every((name) => name === kase.settings.client_id)
    ? 'client_id'
    : named.every((name) => isIssuer(name, issued, kase))
      ? 'issuer'
      : null
  return is === null || isMeant(named, is, issued, kase)
    ? judged('audience_named', seen, evidence)
    : judged('audience_not_an_api', seen, { ...evidence, is })
}

const isIssuer = (name: string, { facts: { iss } }: IssuedToken, { settings: { issuer } }: ReviewCase): boolean =>
  [iss ?? '', issuer].filter(Boolean).some((one) => isSameButSlash(one, name))

/** It was requested by that name, or what is called is the authorization server itself. */
function isMeant(named: readonly string[], is: 'client_id' | 'issuer', issued: IssuedToken, kase: ReviewCase): boolean {
  const { audience, resource, scope } = kase.settings
  const requested = [audience, ...resource, ...scope.split(' ')]
  if (named.some((name) => requested.some((one) => one === name || one.includes(`/${name}/`)))) return true
  const origin = URL.parse(issued.facts.iss ?? '')?.origin
  return is === 'issuer' && destinations(kase).some(({ kind, url }) => kind === 'call' && url.origin === origin)
}

/** What introspection said of it since, where it said something. @see RFC 7662 §2.2 */
function ofOpaque(issued: IssuedToken, { exchanges }: ReviewCase): Judged {
  const said = exchanges.find(
    ({ purpose, at, answer }) => purpose === 'introspection' && at >= issued.at && isActive(answer),
  )
  const source = said?.answer?.object ? memberOf(said.answer.object, 'aud')?.source : undefined
  const named = (stringListOf(source) ?? []).filter((name) => name.trim() !== '')
  if (said === undefined) return judged('audience_not_visible', [])
  if (named.length === 0) return judged('audience_not_introspected', [seenIn(said, 'member', 'active', 'true')])
  const seen = [seenIn(said, 'member', 'aud', source ?? '')]
  return judged(named.includes('*') ? 'audience_for_all' : 'audience_named', seen, { aud: named.join(', ') })
}

const isActive = (answer: RecordedFacts['answer']): boolean =>
  answer?.object !== null && answer?.object !== undefined && memberOf(answer.object, 'active')?.source === 'true'
