import type { JsonObject } from '../../../../contract/json-object.ts'
import type { Check } from '../../../../contract/verification.ts'
import { judged, type Judged } from '../judged.ts'
import { shown } from '../../shown.ts'
import { scopesOf, scopesOfClaims } from '../../../../common/scope.ts'

/** Every scope that was asked for was granted; null when it is not known what was asked for. @see RFC 6749 §3.3 */
export function checkScope(claims: JsonObject, scopeAsked: string | null): Check {
  return { name: 'scope', ...judgeScope(claims, scopeAsked) }
}

function judgeScope(claims: JsonObject, scopeAsked: string | null): Judged {
  const granted = scopesOfClaims(claims)
  const scope = shown(granted?.join(' ') ?? '')
  if (scopeAsked === null) return judged('scope_not_configured', granted === null ? {} : { scope })
  if (granted === null) return judged('scope_missing')
  const missing = scopesOf(scopeAsked).filter((asked) => !granted.includes(asked))
  return missing.length > 0
    ? judged('scope_less', { missing: missing.join(' '), scope })
    : judged('scope_as_asked', { scope })
}
