import type { Case } from '../case.ts'
import type { Confidence } from '../../../contract/finding.ts'
import { type Basis, cause, type Cause, type Check } from '../check.ts'
import { missingParameter } from '../missing-parameter.ts'

/** The API that the token is to be for, by `audience` or `resource`, where the answer is about it. */
export const audience: Check = {
  name: 'audience',
  look(kase) {
    const { step, answer, request } = kase
    if (step !== 'token' || answer === null) return null
    const wrongVersion = scopeForResource(kase)
    if (wrongVersion.length > 0) return wrongVersion
    const isTarget = /^invalid_(?:target|resource)$/.test(answer.error ?? '')
    if (!isTarget && !isAboutTarget(answer.words)) return []
    const sent = targetsIn(request.parameters)
    if (sent.length === 0) return isTarget ? missing(kase) : []
    const seen = [...notAbsolute(kase, sent), ...otherName(kase, sent)]
    return seen.length > 0 || !isTarget ? seen : guesses(kase, sent)
  },
}

interface Target {
  parameter: 'audience' | 'resource'
  value: string
}

const targetsIn = (parameters: Case['request']['parameters']): Target[] =>
  (['resource', 'audience'] as const).flatMap((parameter) =>
    (parameters.get(parameter) ?? []).map((value) => ({ parameter, value })),
  )

const isAboutTarget = (words: string): boolean =>
  /\b(?:audience|resource)\b/i.test(words) &&
  !/assertion|resource owner|resource server (?:error|unavailable)/i.test(words)

/** The first version of Microsoft Entra ID reads `resource`; `scope` is of the second. */
function scopeForResource(kase: Case): Cause[] {
  const { request, answer } = kase
  const isFirst = /^\/(?:[\da-f-]{36}|common|organizations|[\w-]{1,60}\.[\w.-]{1,100})\/oauth2\/token\/?$/i.test(
    request.place?.path ?? '',
  )
  const isOnlyScope = request.parameters.has('scope') && !request.parameters.has('resource')
  if (!isFirst || !isOnlyScope || !/resource|AADSTS(?:50000\d|900144|901002)/i.test(answer?.words ?? '')) return []
  return [cause(kase, 'param_name_wrong', by(kase, 'resource'), { sent: 'scope', wanted: 'resource' })]
}

/** Certain where the server itself misses the parameter. */
const by = ({ answer }: Case, wanted: string): { basis: Basis; confidence: Confidence } =>
  missingParameter(answer?.words ?? '') === wanted
    ? { basis: 'words', confidence: 'certain' }
    : { basis: 'seen', confidence: 'likely' }

function missing(kase: Case): Cause[] {
  const { audience: set = '', resource: [resource = ''] = [] } = kase.settings ?? {}
  const wanted = resource || set
  return [
    cause(
      kase,
      'audience_missing',
      { basis: 'seen', confidence: 'likely' },
      { parameter: 'resource', ...(wanted !== '' && { wanted }) },
    ),
  ]
}

/** @see RFC 8707 §2 */
function notAbsolute(kase: Case, sent: readonly Target[]): Cause[] {
  const bad = sent.find(
    ({ parameter, value }) => parameter === 'resource' && !/^[a-z][a-z\d+.-]*:[^#\s]+$/i.test(value),
  )
  if (bad === undefined) return []
  return [cause(kase, 'resource_not_absolute', { basis: 'seen', confidence: 'likely' }, { value: bad.value })]
}

/** The server misses the one parameter, and the other was sent. */
function otherName(kase: Case, sent: readonly Target[]): Cause[] {
  const words = kase.answer?.words ?? ''
  const has = (parameter: Target['parameter']) => sent.some((each) => each.parameter === parameter)
  const isMissing = /miss|required|must|specif|provide|absent|empty|need/i.test(words)
  const wanted = (['resource', 'audience'] as const).find((name) => !has(name) && words.toLowerCase().includes(name))
  const [first] = sent
  if (!isMissing || wanted === undefined || first === undefined || words.toLowerCase().includes(first.parameter))
    return []
  const value = wanted === 'resource' ? [first.value] : first.value
  return [
    cause(
      kase,
      'param_name_wrong',
      by(kase, wanted),
      { sent: first.parameter, wanted },
      { change: { field: wanted, value } },
    ),
  ]
}

/** @see RFC 8707 §2: `invalid_target` is for what is unknown, malformed or not allowed. */
function guesses(kase: Case, [first]: readonly Target[]): Cause[] {
  if (first === undefined) return []
  return [
    cause(kase, 'audience_unknown', { basis: 'code', confidence: 'likely' }, { ...first }),
    cause(kase, 'audience_not_allowed', { basis: 'code', confidence: 'possible' }, { ...first }),
  ]
}
