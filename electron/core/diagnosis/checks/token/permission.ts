import { memberOf } from '../../../../common/json-source.ts'
import type { Case } from '../../case.ts'
import { cause, type Cause } from '../../check.ts'
import type { TokenOfCase } from '../../facts/token-of-case.ts'
import { holdsNamedScopes } from '../../holds-named-scopes.ts'
import { changeFor, tokenEvidence } from '../../token-evidence.ts'

/** A scope that the challenge names, or that the body does beside its error; application roles, where the issuer has them. */
export function permission(kase: Case, token: TokenOfCase): Cause[] {
  return [...scopeByCode(kase, token), ...noRoles(kase, token)]
}

function scopeByCode(kase: Case, token: TokenOfCase): Cause[] {
  const { answer, settings } = kase
  if (answer?.error !== 'insufficient_scope' || holdsNamedScopes(kase)) return []
  const named = answer.challenges.find(({ error }) => error === 'insufficient_scope')?.scope
  const wanted = (named ?? wantedInBody(kase)).split(' ').filter(Boolean)
  const needed = wanted.filter((scope) => !token.scopes.includes(scope)).join(' ')
  const evidence = {
    ...tokenEvidence(kase, 'api_scope_missing'),
    ...(needed !== '' && { needed }),
  }
  const change = changeFor('api_scope_missing', evidence, settings)
  const by = { basis: 'number', confidence: 'certain' } as const
  return [cause(kase, 'api_scope_missing', by, evidence, change && { change })]
}

function wantedInBody({ answer }: Case): string {
  const object = answer?.object ?? null
  const source = object === null ? undefined : memberOf(object, 'scope')?.source
  return source?.startsWith('"') === true ? source.slice(1, -1) : ''
}

/** Tokens of Microsoft Entra ID without `roles` have no application permission. */
function noRoles(kase: Case, { claims, roles, scopes }: TokenOfCase): Cause[] {
  const isEntra = claims !== null && ['tid', 'appid'].some((name) => memberOf(claims, name) !== undefined)
  if (kase.answer?.status !== 403 || !isEntra || (roles !== null && roles.length > 0) || scopes.length > 0) return []
  const by = { basis: 'seen', confidence: 'possible' } as const
  return [cause(kase, 'app_role_missing', by, {})]
}
