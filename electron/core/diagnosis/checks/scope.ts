import type { Case } from '../case.ts'
import { cause, type Cause, type Check } from '../check.ts'
import { type AskedScope, askedScope } from '../scope/asked-scope.ts'
import { defaultForm } from '../scope/default-form.ts'
import { malformed } from '../scope/malformed.ts'
import { scopesOfUser } from '../scope/of-user.ts'
import { listed, publishedScopes, unpublished } from '../scope/unpublished.ts'

/** The scope that was asked for, where the answer is about it. */
export const scope: Check = {
  name: 'scope',
  look(kase) {
    const { step, answer } = kase
    if (step !== 'token' || answer === null) return null
    const asked = askedScope(kase)
    if (asked.sent?.trim() === '') return empty(kase, asked)
    if (asked.sent === null) return missing(kase, asked)
    const seen = [malformed, defaultForm, resourceForm, scopesOfUser, unpublished].flatMap((look) => look(kase, asked))
    return asked.isScopeError ? [...seen, ...guesses(kase, asked)] : seen
  },
}

function empty(kase: Case, { isAbout, isScopeError }: AskedScope): Cause[] {
  if (isWordless(kase)) return [cause(kase, 'scope_empty', { basis: 'seen', confidence: 'possible' }, {})]
  if (!isAbout && kase.answer?.error !== 'invalid_request') return []
  const confidence = isScopeError ? 'certain' : 'likely'
  return [cause(kase, 'scope_empty', { basis: 'seen', confidence }, {})]
}

function missing(kase: Case, asked: AskedScope): Cause[] {
  if (isWordless(kase)) return [cause(kase, 'scope_missing', { basis: 'seen', confidence: 'possible' }, {})]
  if (!asked.isScopeError) return []
  const form = defaultForm(kase, asked)
  if (form.length > 0) return form
  const published = publishedScopes(kase)
  const [wanted] = published?.length === 1 ? published : []
  return [
    cause(
      kase,
      'scope_missing',
      { basis: 'seen', confidence: 'likely' },
      { ...(published !== null && { supported: listed(published) }), ...(wanted !== undefined && { wanted }) },
      wanted === undefined ? {} : { change: { field: 'scope', value: wanted } },
    ),
    cause(kase, 'scope_not_allowed', { basis: 'code', confidence: 'possible' }, {}),
  ]
}

/** Refused without a word: some servers do so where they want a scope (glewlwyd). */
const isWordless = ({ answer }: Case): boolean =>
  answer !== null && [400, 403].includes(answer.status) && answer.error === null && answer.words.trim() === ''

/** Amazon Cognito's scopes are those of a resource server, with its identifier before them. */
function resourceForm(kase: Case, { meant, isAbout }: AskedScope): Cause[] {
  const { settings, request } = kase
  const isCognito = settings?.provider === 'cognito' || /\bamazoncognito\b/.test(request.place?.hostname ?? '')
  const bare = meant.filter((each) => !each.includes('/'))
  if (!isCognito || !isAbout || bare.length === 0) return []
  return [
    cause(
      kase,
      'scope_unknown',
      { basis: 'seen', confidence: 'likely' },
      { scope: bare.join(' '), form: 'resource/scope' },
    ),
  ]
}

/** The code alone says that it is about the scope: not for this client more often than not there. */
function guesses(kase: Case, { meant }: AskedScope): Cause[] {
  const evidence = { scope: meant.join(' ') }
  return [
    cause(kase, 'scope_not_allowed', { basis: 'code', confidence: 'possible' }, evidence),
    cause(kase, 'scope_unknown', { basis: 'code', confidence: 'possible' }, evidence),
  ]
}
