import type { claimChecks } from '../../../../catalogue/checks/claims.ts'
import type { JsonObject } from '../../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../../common/json-source.ts'
import type { Check } from '../../../../contract/verification.ts'
import { judged, type Judged } from '../judged.ts'
import { shown } from '../../shown.ts'

/**
 * Compared character by character; empty is none to compare with. `ofAccessTokens` is what the metadata of that issuer says
 * that access tokens name instead.
 * @see RFC 8414 §3.3, RFC 9068 §4
 */
export function checkIssuer(claims: JsonObject, issuer: string, ofAccessTokens: string | null): Check {
  return { name: 'issuer', ...judgeIssuer(claims, issuer, ofAccessTokens) }
}

function judgeIssuer(claims: JsonObject, issuer: string, ofAccessTokens: string | null): Judged {
  const source = memberOf(claims, 'iss')?.source
  const iss = stringOf(source)
  if (issuer === '') return judged('issuer_not_configured', iss === null ? {} : { iss: shown(iss) })
  if (source === undefined) return judged('issuer_missing', { expected: issuer })
  if (iss === issuer) return judged('issuer_equal', { iss })
  if (iss !== null && iss === ofAccessTokens) return judged('issuer_of_access_tokens', { iss, issuer })
  const near = iss === null ? null : nearMiss(issuer, iss)
  const evidence = { expected: issuer, actual: shown(iss ?? source), ...(near !== null && { near }) }
  return judged('issuer_other', evidence)
}

type NearMiss = (typeof claimChecks)['issuer_other']['values']['near'][number]

/** What alone tells two issuers apart, when it is little: one of them is probably written wrongly. */
function nearMiss(expected: string, actual: string): NearMiss | null {
  const withoutSlash = (text: string) => text.replace(/\/$/, '')
  const withoutScheme = (text: string) => text.replace(/^https?:/i, '')
  if (withoutSlash(expected) === withoutSlash(actual)) return 'slash'
  if (withoutScheme(expected) === withoutScheme(actual)) return 'scheme'
  if (expected.toLowerCase() === actual.toLowerCase()) return 'case'
  if (expected.trim() === actual.trim()) return 'space'
  if (expected.endsWith('/adfs') && actual.endsWith('/adfs/services/trust')) return 'adfs'
  const tenant = /^https:\/\/login\.microsoftonline\.com\/([^/]+)\/v2\.0$/.exec(expected)?.[1]
  return tenant !== undefined && actual === `https://sts.windows.net/${tenant}/` ? 'entra' : null
}
