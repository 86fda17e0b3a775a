import { isOfExpired } from '../../common/of-expired.ts'
import { isWithoutToken } from '../../common/without-token.ts'
import { webPageOf } from '../../common/web-page.ts'
import { wantedAudience } from '../../common/wanted-audience.ts'
import type { FlowAct, FlowResult } from '../../contract/flow.ts'
import { duration } from '../duration.ts'
import { endingFact } from './endings.ts'
import { expiredToo } from './introspection.ts'

export type ApiAnswer = Extract<FlowResult, { kind: 'answered' }>
type Judged = Pick<FlowAct, 'findings'> & { result: ApiAnswer }

const isSuccess = (status: number): boolean => status >= 200 && status < 300
const isRefusal = (status: number): boolean => status === 401 || status === 403

/** Nothing of the token is known from such an answer. */
export const isNoProof = (findings: Judged['findings']): boolean =>
  isWithoutToken(findings) || webPageOf(findings) !== undefined

/** Why an answer says nothing of the token. */
export const withoutTokenFact = (findings: Judged['findings']): string =>
  findings.some(({ code }) => code === 'api_sent_without_token')
    ? 'The call is set to be sent without a token'
    : 'Another origin answered, without the token'

/** What the answer of the API says of the token, and no more than it says. */
export function apiAnswerFact({ result, findings }: Judged): string {
  if (isWithoutToken(findings)) return withoutTokenFact(findings)
  if (webPageOf(findings)) return 'A web page, which does not show that the token was accepted'
  if (isSuccess(result.status)) return 'The API accepted the token'
  if (result.status < 400) return endingFact({ result, findings }) || 'A redirect, not followed'
  return audienceAsked(result) === null ? endingFact({ result, findings }) : 'Refused: wants another audience'
}

/** The audience that a refusal asks for: as `wantedAudience`; null too for what is no refusal of the token. */
export function audienceAsked({ status, error, error_description }: ApiAnswer): string | null {
  const isOfToken = isRefusal(status) && (error === null || error === 'invalid_token')
  return isOfToken ? wantedAudience(error_description ?? '') : null
}

/** After the flow with fewer scopes than the API needs. */
export function narrowedFact(judged: Judged): string {
  const { result, findings } = judged
  if (isNoProof(findings)) return apiAnswerFact(judged)
  if (isSuccess(result.status)) return 'Accepted with fewer scopes: this call does not need the others'
  if (!isRefusal(result.status)) return apiAnswerFact(judged)
  const needed = neededScope(judged)
  return needed === '' ? 'Refused, without naming a scope' : `Refused, as it should be: the API wants ${needed}`
}

/** The scope that a refusal names as missing; empty where it names none. */
export function neededScope({ result, findings }: Judged): string {
  const finding = findings.find(({ code }) => code === 'api_scope_missing')
  return result.scope ?? finding?.evidence['needed'] ?? ''
}

/** After a revocation: what the answer proves. */
export function provenByCall(judged: Judged): string {
  const { result, findings } = judged
  if (isNoProof(findings)) return apiAnswerFact(judged)
  if (isOfExpired(findings)) return `Refused: ${expiredToo}`
  if (result.status === 401) return 'Refused: the revocation took effect at the API'
  if (!isSuccess(result.status)) return apiAnswerFact(judged)
  const finding = findings.find(({ code }) => code === 'revoked_token_accepted')
  if (finding === undefined) return 'Still accepted'
  const left = finding.evidence['expiresIn'] ?? ''
  const why =
    finding.evidence['token'] === 'JWT' ? 'the API probably validates offline' : 'the API probably remembers it'
  return `Still accepted: ${why}${left === '' ? '' : `; the token works until it expires in ${duration(left)}`}`
}
