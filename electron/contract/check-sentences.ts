import type { Check, CheckName, DecodedToken, Verification } from './token.ts'

export const checkTitles: Readonly<Record<CheckName, string>> = {
  signature: 'Signature',
  algorithm: 'Algorithm',
  type: 'Type',
  issuer: 'Issuer',
  audience: 'Audience',
  times: 'Times',
  scope: 'Scopes',
  rfc9068: 'RFC 9068',
  binding: 'Binding',
}

const sentences: Readonly<Record<string, (evidence: (name: string) => string) => string>> = {
  signature_valid: (e) => `${e('alg')}, made with key ${e('kid') || '(no kid)'} of the JWKS`,
  signature_invalid: (e) =>
    `does not fit: the token was changed, or signed with another key than ${e('kid') || 'the one published'}`,
  signature_none: () => 'the token is not signed at all',
  signature_algorithm: (e) => `${e('alg')} cannot be verified with a published key set`,
  signature_unencoded_payload: () => 'the header says b64, which has no place in an access token',
  signature_unsupported: (e) => `this runtime cannot verify ${e('alg')}`,
  signature_malformed: () => 'could not be read',
  key_not_found: (e) => `no key ${e('kid') || `for ${e('alg')}`} in the JWKS, so it cannot be verified`,
  key_ambiguous: () => 'the token names no key and several fit, so it cannot be verified',
  keys_invalid: () => 'the JWKS URI did not answer with a key set, so it cannot be verified',
  keys_unreachable: () => 'the JWKS could not be fetched, so it cannot be verified',
  keys_redirected: () => 'the JWKS URI answered with a redirect, which is not followed',
  jwks_uri_missing: () => 'the environment has no JWKS URI, so it cannot be verified',
  token_opaque: () => 'the token is opaque: only the authorization server can say what it means. Use Introspection',
  token_jwe: () => 'the token is encrypted for the API: only the holder of its key can open it',
  token_malformed: () => 'the token looks like a JWT but is malformed',
  token_empty: () => 'the token is empty',
  algorithm_missing: () => 'the header names no algorithm',
  algorithm_none: () => 'the header says "none": anyone could have made this token',
  algorithm_symmetric: (e) => `${e('alg')} needs a shared secret; a published key set cannot verify it`,
  algorithm_asymmetric: (e) => `${e('alg')}, asymmetric`,
  algorithm_unknown: (e) => `${e('alg')} is not known here`,
  type_access_token: (e) => `${e('typ')}: an access token`,
  type_generic: (e) => `"${e('typ')}", not "at+jwt": nothing tells it from other JWTs of this issuer`,
  type_missing: () => 'the header has no typ',
  type_other: (e) => `"${e('typ')}" is not an access token`,
  issuer_equal: () => 'equals the configured issuer',
  issuer_other: (e) => `is ${e('actual')}, configured is ${e('expected')}`,
  issuer_missing: () => 'the token names no issuer',
  issuer_not_configured: (e) => `the environment has no issuer to compare with${e('iss') ? ` ${e('iss')}` : ''}`,
  audience_asked: (e) => `${e('aud')}, as asked for`,
  audience_other: (e) => `is ${e('actual')}, asked for was ${e('expected')}`,
  audience_missing: () => 'the token names no audience: any API that trusts this issuer may accept it',
  audience_is_client: () => 'is the client itself, no API is named: any API that trusts this issuer may accept it',
  audience_not_configured: (e) => `${e('aud')}; none was asked for`,
  within_times: (e) => `valid for ${e('seconds')} s more by the server's clock`,
  expired: (e) => `expired ${e('seconds')} s ago by the server's clock`,
  not_yet_valid: (e) => `not valid before ${e('seconds')} s from now by the server's clock`,
  issued_in_future: (e) => `issued ${e('seconds')} s in the future: the clocks differ`,
  expiry_missing: () => 'the token has no exp',
  milliseconds: () => 'exp is too large for seconds: the issuer seems to count milliseconds',
  scope_as_asked: (e) => `${e('scope')}, as asked for`,
  scope_less: (e) => `asked for but not in the token: ${e('missing')}`,
  scope_missing: () => 'the token names no scopes',
  binding_confirmed: (e) => `bound to the ${e('kind') === 'dpop' ? 'DPoP key' : 'client certificate'} in use`,
  binding_mismatch: (e) =>
    `bound to another ${e('kind') === 'dpop' ? 'DPoP key' : 'client certificate'}: cnf says ${e('actual')}, in use is ${e('expected')}`,
  binding_missing: (e) =>
    `the ${e('kind') === 'dpop' ? 'DPoP key' : 'client certificate'} was used, but the token is not bound to it`,
  binding_unchecked: (e) => `bound by ${e('member')}, and nothing here to compare it with`,
  profile_met: () => 'header and claims are as the profile for JWT access tokens wants them',
  profile_not_met: (e) => `not met, missing: ${e('missing')}`,
}

/** What a person reads of a check, without its title. */
export function checkSentence({ reason, evidence }: Check): string {
  return sentences[reason]?.((name) => evidence[name] ?? '') ?? reason
}

/** The verdict in one sentence; an expired token can be genuine, so what failed beside it is counted. */
export function verdictSentence({ verdict, checks }: Pick<Verification, 'verdict' | 'checks'>): string {
  const failed = checks.filter(({ result }) => result === 'failed').length
  const noted = checks.filter(({ result }) => result === 'noted').length
  const and = [failed > 0 ? count(failed, 'problem') : '', noted > 0 ? count(noted, 'note') : ''].filter(Boolean)
  switch (verdict) {
    case 'genuine':
      return and.length === 0 ? 'genuine' : `genuine, with ${and.join(' and ')}`
    case 'not_genuine':
      return 'not genuine'
    case 'undetermined':
      return 'cannot be checked here'
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

const malformedReasons: Readonly<Record<string, string>> = {
  segments:
    'A JWT has three parts between dots (an encrypted one five). Part of it may be missing: was it copied whole?',
  character: 'This character does not belong to base64url.',
  length: 'The number of characters is impossible for base64url: was it copied whole?',
  utf8: 'The bytes are not UTF-8 text.',
  json: 'The text is not JSON from here on.',
  not_object: 'The text is JSON but not an object.',
  too_deep: 'The JSON is nested more than 200 levels deep.',
  empty: 'There is nothing in it.',
}

const opaqueForms: Readonly<Record<Extract<DecodedToken, { kind: 'opaque' }>['form'], string>> = {
  reference:
    'Opaque token. It is a reference that only its authorization server can look up; it has no header or claims to read.',
  uuid: 'Opaque token in the form of a UUID. Only its authorization server can look it up.',
  hex: 'Opaque token of hexadecimal digits. Only its authorization server can look it up.',
  paseto: 'PASETO, not a JWT. This app does not read it.',
  sd_jwt: 'SD-JWT (selective disclosure). This app does not read its disclosures.',
}

/** What a string turned out to be, when it is not a readable JWT; null when it is one. */
export function decodedSentence(decoded: DecodedToken): string | null {
  switch (decoded.kind) {
    case 'jws':
      return null
    case 'jwe':
      return 'Encrypted JWT (JWE). Its claims can be read only with the key of the API it is meant for; its header is readable.'
    case 'opaque':
      return `${opaqueForms[decoded.form]} Length: ${decoded.length} characters.`
    case 'malformed': {
      const place = decoded.segment === 'token' ? 'Malformed token' : `Malformed JWT: ${decoded.segment}`
      return `${place}, character ${decoded.offset + 1}. ${malformedReasons[decoded.reason] ?? decoded.reason}`
    }
    case 'empty':
      return 'There is nothing here yet.'
  }
}
