import type { Lookup } from '../lookup.ts'
import type { claimChecks } from '../../catalogue/checks/claims.ts'
import { duration } from '../duration.ts'
import type { CheckWriters } from './writer.ts'

export const claimSentences: CheckWriters<typeof claimChecks> = {
  nested_claims: () => 'the claims are in the JWT inside, which is not checked with this',
  no_claims: () => 'the content is not a set of claims',
  type_access_token: (e) => `${e('typ')}: an access token`,
  type_generic: (e) => `"${e('typ')}", not "at+jwt": nothing tells it from other JWTs of this issuer`,
  type_missing: () => 'the header has no typ',
  type_other: (e) => `${e('typ') ? `"${e('typ')}"` : 'an empty typ'} is not an access token, whose typ is "at+jwt"`,
  issuer_equal: () => 'equals the configured issuer',
  issuer_of_access_tokens: (e) =>
    `${e('iss')}, which the metadata of ${e('issuer')} names for access tokens (access_token_issuer)`,
  issuer_other: (e) => `is ${e('actual') || 'empty'}, configured is ${e('expected')}${near(e('near'))}`,
  issuer_missing: (e) => `the token names no issuer${e('expected') ? `; configured is ${e('expected')}` : ''}`,
  issuer_not_configured: (e) => `${e('iss') || 'none'}; no issuer is configured to compare with`,
  audience_asked: (e) => `${e('aud')}, as asked for`,
  audience_other: (e) => `is ${e('actual') || 'empty'}, asked for was ${e('expected')}`,
  audience_form: (e) => `is ${e('actual')}, expected a string or an array of strings`,
  audience_missing: (e) =>
    `the token names no audience${e('expected') ? `, asked for was ${e('expected')}` : ''}: any API that trusts this issuer may accept it`,
  audience_is_client: () => 'is the client itself, no API is named: any API that trusts this issuer may accept it',
  audience_not_configured: (e) => `${e('aud') || 'empty'}; no audience is configured to compare with`,
  within_times: (e) => `valid for ${duration(e('seconds'))} more ${byClock(e)}`,
  expired: (e) =>
    `expired ${duration(e('seconds'))} ago ${byClock(e)}${e('clocksDisagree') ? '. By this computer’s clock it has not expired yet' : ''}`,
  not_yet_valid: (e) => `not valid before ${duration(e('seconds'))} from now ${byClock(e)}`,
  issued_in_future: (e) => `issued ${duration(e('seconds'))} in the future ${byClock(e)}: the clocks differ`,
  expiry_missing: () => 'the token has no exp',
  milliseconds: (e) =>
    `${e('name')} is ${e('source')}, too large for seconds; the unit seems to be milliseconds${e('means') ? ` (${e('means')})` : ''}. Divide by 1000`,
  time_out_of_range: (e) => `${e('name')} is ${e('source')}, which is no time in seconds or milliseconds`,
  time_not_number: (e) => `${e('name')} is ${e('source')}, where a number of seconds belongs`,
  time_negative: (e) => `${e('name')} is ${e('source')}, a time before 1970`,
  time_fractional: (e) =>
    `${e('name')} is ${e('source')}: fractions are allowed, and some libraries refuse them. Valid for ${duration(e('seconds'))} more ${byClock(e)}`,
  scope_as_asked: (e) => `${e('scope') || 'none'}, as asked for`,
  scope_less: (e) => `asked for but not in the token: ${e('missing')}`,
  scope_missing: () => 'the token names no scopes',
  scope_not_configured: (e) => `${e('scope') || 'none'}; it is not known what was asked for`,
  binding_confirmed: (e) => `bound to the ${e('kind') === 'dpop' ? 'DPoP key' : 'client certificate'} in use`,
  binding_mismatch: (e) =>
    `bound to another ${e('kind') === 'dpop' ? 'DPoP key' : 'client certificate'}: cnf says ${e('actual') || 'an empty value'}, in use is ${e('expected')}`,
  binding_missing: (e) =>
    `the ${e('kind') === 'dpop' ? 'DPoP key' : 'client certificate'} was used, but the token is not bound to it`,
  key_binding_unchecked: () => 'the token ends with a key binding JWT, whose signature is not checked here',
  binding_unchecked: (e) => `bound by ${e('member')}, and nothing here to compare it with`,
}

const nearMisses: Readonly<Record<string, string>> = {
  slash: '. They differ only in the trailing slash',
  scheme: '. They differ in http and https only',
  case: '. They differ in capital letters only',
  space: '. They differ in white space only',
  adfs: '. AD FS names its access_token_issuer in access tokens: read the metadata to compare with it',
  entra: '. Entra ID names this issuer in tokens of version 1.0 of the same tenant',
}

function near(kind: string): string {
  return nearMisses[kind] ?? ''
}

/** Whose clock it was, and how far it is from this computer's when that is worth saying. */
function byClock(evidence: Lookup<'clockOffset'>): string {
  const offset = evidence('clockOffset')
  if (offset === '') return 'by this computer’s clock'
  const seconds = Number(offset)
  if (Math.abs(seconds) < 2) return 'by the server’s clock'
  return `by the server’s clock, which is ${duration(offset)} ${seconds > 0 ? 'ahead of' : 'behind'} this computer’s`
}
