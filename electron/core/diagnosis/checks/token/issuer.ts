import { memberOf, stringOf } from '../../../../common/json-source.ts'
import { hostOf } from '../../../../common/host-of.ts'
import type { Case } from '../../case.ts'
import { cause, type Cause } from '../../check.ts'
import type { TokenOfCase } from '../../facts/token-of-case.ts'
import { stagesInName } from '../../../../catalogue/stages-in-name.ts'
import { tokenEvidence } from '../../token-evidence.ts'

/** Words that say that something about the token itself is wrong, and not what. */
const aboutToken = /\b(?:jwt|token|bearer|unauthori[sz]ed|issuer|iss)\b/i

/** Who issued the token: another environment than the API's, or another version of the same issuer. */
export function issuer(kase: Case, token: TokenOfCase): Cause[] {
  if (kase.answer?.status !== 401) return []
  return [...otherVersion(kase, token), ...otherEnvironment(kase, token)]
}

/** Microsoft has two versions of tokens, with one issuer each; an API accepts one. */
function otherVersion(kase: Case, token: TokenOfCase): Cause[] {
  const { claims, iss } = token
  const ver = claims && stringOf(memberOf(claims, 'ver')?.source)
  if (iss === null || (ver !== '1.0' && ver !== '2.0') || !microsoft.test(iss)) return []
  if (!aboutToken.test(kase.answer?.words ?? '')) return []
  const by = { basis: 'seen', confidence: 'possible' } as const
  const wanted = ver === '1.0' ? '2.0' : '1.0'
  return [cause(kase, 'token_version_mismatch', by, { ...tokenEvidence(kase, 'token_version_mismatch'), wanted })]
}

/** A tenant by its UUID, alone or with the version after it. */
const microsoft = /^https:\/\/[^/]{1,250}\/[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}(?:\/|\/v2\.0)?$/i

function otherEnvironment(kase: Case, token: TokenOfCase): Cause[] {
  const host = kase.request.place?.hostname ?? ''
  const [issuing, called] = [stageOf(hostOf(token.iss ?? '')), stageOf(host)]
  if (token.iss === null || host === '' || issuing === called) return []
  const by = { basis: 'seen', confidence: 'likely' } as const
  return [cause(kase, 'token_other_environment', by, { ...tokenEvidence(kase, 'token_other_environment'), host })]
}

/** The stage that a host's name says; production where it says none. Its last label says none. */
const stageOf = (host: string): string => stagesInName(host.split('.').slice(0, -1).join('.'))[0] ?? 'production'
