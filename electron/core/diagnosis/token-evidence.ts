import { memberOf, stringOf } from '../../common/json-source.ts'
import { utc } from '../../common/utc.ts'
import { wantedAudience } from '../../common/wanted-audience.ts'
import type { CauseCode } from '../../contract/cause-codes.ts'
import type { Finding } from '../../contract/finding.ts'
import type { Case, CaseSettings } from './case.ts'
import type { TokenOfCase } from './facts/token-of-case.ts'
import { timeThere } from './time-there.ts'

type Evidence = Readonly<Record<string, string>>

/** What is known of the token that belongs to a cause, as evidence; empty where nothing does. */
export function tokenEvidence(kase: Case, code: CauseCode): Evidence {
  const { token, answer } = kase
  if (token === null) return {}
  const write = writers[code]
  return write === undefined ? {} : write(token, answer?.words ?? '', timeThere(kase))
}

/** The change of a setting that would mend it, where the evidence says enough. */
export function changeFor(code: CauseCode, evidence: Evidence, settings: CaseSettings | null): Finding['change'] {
  if (settings === null) return undefined
  const { wanted = '', needed = '' } = evidence
  if (code === 'token_wrong_audience' && wanted !== '') return audienceChange(wanted, settings)
  if (code === 'api_scope_missing' && needed !== '') {
    return { field: 'scope', value: [settings.scope ?? '', needed].join(' ').trim() }
  }
  const wantsDpop = code === 'sender_constraint_missing' ? evidence['kind'] === 'dpop' : wanted === 'DPoP'
  return wantsDpop && settings.dpop?.enabled !== true ? { field: 'dpop.enabled', value: true } : undefined
}

/** By the parameter that the settings use already: servers take one of them. */
function audienceChange(wanted: string, { resource = [], scope = '' }: CaseSettings): Finding['change'] {
  if (resource.length > 0) return { field: 'resource', value: [wanted] }
  return scope.endsWith('/.default')
    ? { field: 'scope', value: `${wanted.replace(/\/$/, '')}/.default` }
    : { field: 'audience', value: wanted }
}

/** What the parameter is called that an audience is asked for with. */
export function audienceParameter(settings: CaseSettings | null): string {
  const { resource = [], scope = '' } = settings ?? {}
  return resource.length > 0 ? 'resource' : scope.endsWith('/.default') ? 'scope' : 'audience'
}

const given = (name: string, value: string | null | undefined): Evidence => (value ? { [name]: value } : {})
const seconds = (milliseconds: number): string => String(Math.max(0, Math.round(milliseconds / 1000)))

type Write = (token: TokenOfCase, words: string, now: number) => Evidence

const writers: Partial<Record<CauseCode, Write>> = {
  token_wrong_audience: ({ aud }, words) => ({
    ...given('aud', aud?.filter((name) => name.trim() !== '').join(', ')),
    ...given('wanted', audienceIn(words, aud)),
  }),
  token_issuer_mismatch: ({ iss }, words) => ({ ...given('iss', iss), ...given('wanted', issuerIn(words, iss)) }),
  token_version_mismatch: ({ claims }) => ({
    ...given('version', claims && stringOf(memberOf(claims, 'ver')?.source)),
  }),
  token_signature_rejected: ({ alg, kid }) => ({ ...given('alg', alg), ...given('kid', kid) }),
  jwks_stale: ({ kid }) => given('kid', kid),
  token_other_environment: ({ iss }) => given('iss', iss),
  api_scope_missing: ({ scopes }) => given('held', scopes.join(' ')),
  app_role_missing: ({ roles }) => given('held', roles?.join(', ')),
  token_expired: ({ expiresAt }, _words, now) =>
    expiresAt === null || expiresAt > now ? {} : { secondsAgo: seconds(now - expiresAt), at: utc(expiresAt) },
  token_not_yet_valid: ({ notBefore, issuedAt }, _words, now) => {
    const begin = notBefore ?? issuedAt
    return begin === null || begin <= now ? {} : { secondsToGo: seconds(begin - now) }
  },
}

/** The audience that the words ask for, where it is none that the token has. */
function audienceIn(words: string, aud: readonly string[] | null): string {
  const configured = /ValidAudiences?: ["']([^"']{2,300})["']/.exec(words)?.[1] ?? ''
  const wanted = /^(?:null|System\.String)$/.test(configured) ? '' : configured || wantedAudience(words) || ''
  return aud?.includes(wanted) === true ? '' : wanted
}

function issuerIn(words: string, iss: string | null): string {
  const near =
    /(?:expected|should be|must be|ValidIssuers?:|wants?|not equal to)[^\w]{0,4}(https?:\/\/[^\s"'<>,\]]{1,300})/i
  const wanted = (near.exec(words)?.[1] ?? '').replace(/[.)]$/, '')
  return wanted === iss ? '' : wanted
}
