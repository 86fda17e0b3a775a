import type { Writers } from '../../catalogue/evidence.ts'
import type { verificationProblems } from '../../catalogue/problems/verification.ts'
import { checkSentence } from '../checks.ts'

export const verificationProblemWriters: Writers<typeof verificationProblems, string> = {
  verification_key_unreadable: ({ reason, ...evidence }) =>
    sentenceOf(checkSentence({ reason, evidence: { ...evidence } })),
  key_url_in_clear: () =>
    'Keys fetched over http could be anybody’s. Enter an https:// address, or one of this computer.',
  environment_of_secret_missing: () => 'Choose the environment whose client secret to use.',
  environment_of_key_missing: () => 'Choose the environment whose key opens it.',
  opening_key_unreadable: () =>
    'This is not a key that can open a token. Accepted are a private key as PEM or JWK, whole and without a passphrase, and a shared secret.',
  shared_secret_missing: () => 'Enter the shared secret.',
  shared_secret_not_base64url: ({ character, looks_like }) =>
    `Character ${character} does not belong to base64url.${looks_like === undefined ? '' : ' This looks like base64: base64url has - and _ instead of + and /, and no =.'}`,
  shared_secret_length: () => 'No base64url text has this number of characters. Check that it was copied whole.',
  shared_secret_not_hex: ({ character }) => `Character ${character} is not a hexadecimal digit (0–9, a–f).`,
  shared_secret_odd_hex: () => 'Hexadecimal digits come in pairs, and there is one too many or too few.',
}

const sentenceOf = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`.replace(/[.]{2}$/, '.')
