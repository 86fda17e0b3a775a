import type { encryptionChecks } from '../../catalogue/checks/encryption.ts'
import { type CheckWriters, keyName } from './writer.ts'

export const encryptionSentences: CheckWriters<typeof encryptionChecks> = {
  token_jwe: (e) =>
    `the token is encrypted${e('alg') ? ` (${e('alg')}, ${e('enc')})` : ''} for the API: only the holder of its key can open it`,
  encryption_missing: (e) => `the header has no "${e('name')}", so it cannot be opened`,
  encryption_rsa1_5: () =>
    'RSA1_5 is not opened here: where messages can be tried, its padding gives the content away. RSA-OAEP takes its place',
  encryption_unsupported: (e) =>
    `this runtime cannot open ${e('algorithm')}${e('encryption') ? ` with ${e('encryption')}` : ''}`,
  encryption_invalid: (e) => `the parts of the token do not fit ${e('alg') || 'its algorithm'}: it is damaged`,
  p2c_out_of_range: (e) =>
    e('p2c')
      ? `p2c asks for ${e('p2c')} rounds of PBKDF2; only 1 to ${e('most')} are done, since whoever wrote the token chose it`
      : `the header has no "p2c", the number of rounds of PBKDF2: 1 to ${e('most')} are done`,
  zip_unknown: (e) => `zip is ${e('zip')}; only "DEF" is known`,
  inflation_refused: (e) =>
    `what is inside is damaged, or inflates to more than ${e('most')} bytes, where reading stops`,
  no_key: () => 'there is no key to open it with',
  no_key_fits: (e) =>
    `the key does not open it: ${e('alg')} with it gives nothing that was encrypted so, or the token was changed`,
  opening_kind: (e) => `the key is of the kind ${e('kty') || '(none)'}, which ${e('alg')} cannot use`,
  opening_length: (e) => `the secret has ${e('bytes')} bytes; ${e('alg')} needs ${e('wanted')}`,
  opening_damaged: () => `${keyName(() => '')} is not a private key that this runtime can use`,
}
