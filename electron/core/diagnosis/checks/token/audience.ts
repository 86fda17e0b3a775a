import type { Case } from '../../case.ts'
import { cause, type Cause } from '../../check.ts'
import type { TokenOfCase } from '../../facts/token-of-case.ts'
import { audienceParameter, tokenEvidence } from '../../token-evidence.ts'

/** An audience that cannot be this API's: the issuer's own, the client's, or another host's. @see RFC 9068 §4 */
export function audience(kase: Case, token: TokenOfCase): Cause[] {
  const { answer, request } = kase
  if (answer?.status !== 401 || token.aud === null || token.aud.length === 0) return []
  const host = request.place?.hostname ?? ''
  const isElsewhere = token.aud.every((aud) => isForeign(aud, host, token, kase))
  if (!isElsewhere) return []
  const by = { basis: 'experience', confidence: 'possible' } as const
  const parameter = audienceParameter(kase.settings)
  return [cause(kase, 'token_wrong_audience', by, { ...tokenEvidence(kase, 'token_wrong_audience'), parameter })]
}

function isForeign(aud: string, host: string, { iss }: TokenOfCase, { request, settings }: Case): boolean {
  const client = settings?.client_id ?? request.client_id
  if (aud === 'account' || (client && aud === client) || (iss !== null && isOfIssuer(aud, iss))) return true
  return URL.canParse(aud) && aud.startsWith('http') && domainOf(new URL(aud).hostname) !== domainOf(host)
}

const isOfIssuer = (aud: string, iss: string): boolean => {
  const base = iss.replace(/\/$/, '')
  return [base, `${base}/`, `${base}/userinfo`, `${base}/resources`].includes(aud)
}

const domainOf = (host: string): string => host.split('.').slice(-2).join('.')
