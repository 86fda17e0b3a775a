import type { keyChecks } from '../../catalogue/checks/keys.ts'
import { keyFault } from '../key-fault.ts'
import { type CheckWriters, keyName } from './writer.ts'

export const keySentences: CheckWriters<typeof keyChecks> = {
  key_not_found: (e) => `no ${e('kid') ? keyName(e) : `key for ${e('alg')}`} among the keys, so it cannot be verified`,
  key_duplicate_kid: (e) => `several keys are called ${e('kid')}, and the token does not say which one is meant`,
  key_too_many: (e) =>
    `the token names no key and ${e('count')} could be meant; the first ${e('tried')} do not fit, and more are not tried`,
  keys_other_kind: (e) => `${e('alg')} needs a key of the kind ${e('wants')}, and there is only ${withBits(e('has'))}`,
  key_unfit: (e) =>
    e('member') === 'crv' && e('alg') !== ''
      ? `${e('alg')} needs a key on the curve ${e('wants')}, and ${keyName(e)} ${e('says') ? `is on ${e('says')}` : 'names none'}`
      : `${keyName(e)} is for something else: its ${e('member')} is ${e('says') || 'empty'}, not ${e('wants')}`,
  key_kind: (e) =>
    `the token names ${keyName(e)}, which is of the kind ${e('kty') || '(none)'} and cannot be used with ${e('alg')}`,
  key_damaged: (e) =>
    `${keyName(e)} cannot be used${e('problem') ? `: ${keyFault(e('problem'), e)}` : ', it is damaged or of a kind that this runtime does not know'}`,
  key_private: (e) =>
    `${keyName(e)} is published with its private part: everybody can sign with it, so its signature proves nothing`,
  key_weak: (e) => `${keyName(e)} has ${e('bits')} bits, at least ${e('least')} are needed: it can be broken`,
  key_large: (e) => `${keyName(e)} has ${e('bits')} bits; more than ${e('most')} are not tried`,
  key_exponent: (e) =>
    `the exponent of ${keyName(e)} is ${e('e') ? `0x${e('e')}` : 'odd'}, with which a signature proves nothing`,
  key_roca: (e) => `the private part of ${keyName(e)} can be computed from its public part (ROCA, CVE-2017-15361)`,
  public_key_needed: (e) => `${e('alg')} is verified with a public key, not with a shared secret`,
  secret_short: (e) =>
    `fits the shared secret, which has ${e('bytes')} bytes: with fewer than ${e('least')} it can be guessed, so that proves little`,
  secret_published: (e) =>
    `the key set publishes its shared secret: anybody could have made this ${e('alg')} signature`,
  keys_mixed: () => 'the key set mixes shared secrets with public keys, so nothing is verified with it',
  keys_invalid: () => 'the JWKS URI did not answer with a key set, so it cannot be verified',
  keys_unreachable: () => 'the JWKS could not be fetched, so it cannot be verified',
  keys_redirected: () => 'the JWKS URI answered with a redirect, which is not followed',
  keys_in_clear: () =>
    'the JWKS URI is one of http, so the keys could be anybody’s and are not fetched. Enter an https:// address, or paste the keys',
  keys_not_looked_up: () => 'no keys were fetched, because its header already decides',
  jwks_uri_missing: () => 'the environment has no JWKS URI, so it cannot be verified',
}

/** `RSA 2048, EC P-256` with the unit of what is a number. */
const withBits = (kinds: string): string => kinds.replaceAll(/\bRSA \d+(?=,|$)/g, (kind) => `${kind} bits`)
