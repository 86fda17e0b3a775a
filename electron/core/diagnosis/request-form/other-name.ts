import type { Case } from '../case.ts'
import { cause, type Cause } from '../check.ts'
import { missingParameter } from '../missing-parameter.ts'

/** Names that people give to registered parameters, which servers ignore. */
const misnamed: ReadonlyMap<string, string> = new Map([
  ['scopes', 'scope'],
  ['scope[]', 'scope'],
  ['scope[0]', 'scope'],
  ['grantType', 'grant_type'],
  ['granttype', 'grant_type'],
  ['grant-type', 'grant_type'],
  ['clientId', 'client_id'],
  ['client-id', 'client_id'],
  ['clientSecret', 'client_secret'],
  ['client-secret', 'client_secret'],
  ['aud', 'audience'],
  ['audiences', 'audience'],
  ['resources', 'resource'],
])

/** A registered parameter went out under a name that servers do not read. */
export function otherName(kase: Case): Cause[] {
  const { request, answer } = kase
  const found = [...request.parameters.keys()].find((name) => {
    const right = misnamed.get(name)
    return right !== undefined && !request.parameters.has(right)
  })
  const wanted = misnamed.get(found ?? '')
  if (found === undefined || wanted === undefined) return []
  const isMissed =
    missingParameter(answer?.words ?? '') === wanted ||
    wanted === 'grant_type' ||
    (wanted === 'scope' && answer?.error === 'invalid_scope')
  const confidence = isMissed ? 'certain' : 'likely'
  return [cause(kase, 'param_name_wrong', { basis: 'seen', confidence }, { sent: found, wanted })]
}
