import type { Writers } from '../../catalogue/evidence.ts'
import type { verificationProblems } from '../../catalogue/problems/verification.ts'

export const verificationProblemWriters: Writers<typeof verificationProblems, string> = {
  verification_key_missing: () => 'Enter a key.',
  verification_key_not_json: ({ character }) =>
    `This begins like JSON but is not JSON${character ? ` (character ${character})` : ''}. Copy the whole key.`,
  verification_key_not_jwk: () =>
    'This JSON is neither a JWK (with "kty") nor a JWKS (with "keys"), and none of its members holds a key.',
  verification_key_cut_off: () => 'This begins like PEM but has no end. Copy it from BEGIN to END.',
  verification_key_encrypted: () => 'This key is encrypted. Its public key is enough to verify with.',
  verification_key_damaged: ({ label }) =>
    `The ${label || 'key'} is damaged, or of a kind that this runtime cannot read.`,
  verification_key_in_pfx: () =>
    'This is a PFX, which holds a private key behind a passphrase. Its certificate is enough to verify with: export it as PEM.',
  verification_key_in_java_key_store: () =>
    'This is a Java key store. Its certificate is enough to verify with. Export it: keytool -exportcert -rfc -keystore <file> -alias <name>.',
  verification_key_format_unsupported: () =>
    'Unrecognized key format. Enter a JWK or JWKS, which begins with {, or PEM, which begins with -----BEGIN.',
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
