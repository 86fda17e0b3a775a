import type { CheckReason } from '../../../../contract/check-reasons.ts'
import type { JsonObject } from '../../../../contract/json-object.ts'
import type { Check } from '../../../../contract/verification.ts'
import { shown } from '../../shown.ts'
import { scopesOf, scopesOfClaims } from '../../scope.ts'

/** Every scope that was asked for was granted; null when it is not known what was asked for. @see RFC 6749 §3.3 */
export function checkScope(claims: JsonObject, scopeAsked: string | null): Check {
  const check = (result: Check['result'], reason: CheckReason, evidence: Check['evidence'] = {}): Check => ({
    name: 'scope',
    result,
    reason,
    evidence,
  })
  const granted = scopesOfClaims(claims)
  const scope = shown(granted?.join(' ') ?? '')
  if (scopeAsked === null) return check('not_possible', 'scope_not_configured', granted === null ? {} : { scope })
  if (granted === null) return check('noted', 'scope_missing')
  const missing = scopesOf(scopeAsked).filter((asked) => !granted.includes(asked))
  return missing.length > 0
    ? check('noted', 'scope_less', { missing: missing.join(' '), scope })
    : check('passed', 'scope_as_asked', { scope })
}
