import type { profileChecks } from '../../catalogue/checks/profile.ts'
import type { CheckWriters } from './writer.ts'

/** What a claim has to be. */
const forms: Readonly<Record<string, string>> = {
  string: 'a string',
  seconds: 'a number of seconds',
  string_or_list: 'a string or an array of strings',
  scopes: 'a string with spaces between the scopes',
}

/** Of the profile for JWT access tokens. @see RFC 9068 §2 */
export const profileSentences: CheckWriters<typeof profileChecks> = {
  profile_as_wanted: (e) => e('value') || 'empty',
  profile_missing: () => 'is missing',
  profile_form: (e) => `is ${e('actual')}, expected ${forms[e('wanted')] ?? 'something else'}`,
  profile_typ: (e) => `is ${e('actual') ? `"${e('actual')}"` : 'empty'}, not "at+jwt"`,
  profile_alg: (e) => `${e('alg')}; every server and API has to know RS256, others may be unknown to some`,
  profile_alg_none: () => 'is "none", which is not allowed',
  profile_alg_shared: (e) => `${e('alg')} is made with a shared secret: the API can make such tokens, too`,
  profile_alg_unknown: (e) => `${e('alg') || 'an empty alg'} is not known here`,
  profile_sub_client: (e) => `${e('sub')}: the client itself, as without a user it should be`,
  profile_sub_other: (e) => `is ${e('actual') || 'empty'}; without a user it should be the client, ${e('expected')}`,
  profile_client_other: (e) => `is ${e('actual') || 'empty'}, the client of the environment is ${e('expected')}`,
  profile_scope_missing: () => 'is missing, although scopes were asked for',
  profile_scope_unasked: () => 'is not there, and none was asked for',
  profile_scope_unknown: () => 'is missing; it is not known whether scopes were asked for',
}
