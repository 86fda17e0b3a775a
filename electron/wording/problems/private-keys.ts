import type { Writers } from '../../catalogue/evidence.ts'
import type { privateKeyProblems } from '../../catalogue/problems/private-keys.ts'

const keyKinds: ReadonlyMap<string, string> = new Map([
  ['rsa_pss', 'RSA-PSS keys'],
  ['secp256k1', 'EC keys on the curve secp256k1'],
  ['brainpool', 'EC keys on a Brainpool curve'],
  ['ed448', 'Ed448 keys'],
  ['x25519', 'X25519 keys'],
  ['x448', 'X448 keys'],
  ['dsa', 'DSA keys'],
])

export const privateKeyProblemWriters: Writers<typeof privateKeyProblems, string> = {
  private_key_empty: () => 'There is no private key here: it is empty.',
  not_a_private_key: () =>
    'This is not a private key. Accepted are PEM (begins with -----BEGIN …), JWK or a key file in JSON (begins with {), and PFX, also in base64.',
  json_incomplete: () => 'This begins like a JWK and is not JSON. Copy it completely.',
  java_key_store: () =>
    'This is a Java key store (JKS or JCEKS). Convert it to a PFX with: keytool -importkeystore -srckeystore <file> -destkeystore <new file>.p12 -deststoretype PKCS12',
  public_key_for_private_key: () => 'This is a public key, not its private key.',
  certificate_for_private_key: () => 'This is a certificate, not its private key.',
  certificate_request_for_private_key: () => 'This is a certificate request, not the private key it was made with.',
  private_key_cut_off: () => 'This private key is damaged or cut off. Copy it from BEGIN to END.',
  private_key_damaged: () => 'This private key is damaged: it cannot be read.',
  private_key_in_openssh_format: () =>
    'This is a key in OpenSSH format. Convert a copy of it with: ssh-keygen -p -m PKCS8 -f <file of the copy>',
  private_key_format_unsupported: ({ label }) =>
    `This runtime cannot use a key in the format ${label}. Save it as PKCS#8.`,
  private_key_kind_unsupported: ({ kind }) => `This runtime cannot use ${keyKinds.get(kind) ?? kind}.`,
  private_key_cannot_sign: ({ type }) => `This is a private key of the type ${type}, which cannot sign.`,
  private_key_parts_differ: () =>
    'The parts of this private key do not belong together: its signatures do not match its public part.',
  rsa_key_too_large: ({ bits, most }) => `This RSA key has ${bits} bits. More than ${most} are refused.`,
  private_key_encrypted: () => 'This private key is encrypted. Enter its passphrase.',
  private_key_passphrase_wrong: () => 'The passphrase does not open this private key.',
  private_key_passphrase_unlikely: () => 'The passphrase is wrong, or this runtime cannot use the key that it opens.',
  private_key_encryption_unsupported: () =>
    'This runtime cannot use the encryption of this private key. Save it again, encrypted with AES-256.',
  key_derivation_too_costly: ({ rounds, most }) =>
    `This file asks for ${rounds} rounds of key derivation. More than ${most} are refused.`,
  private_keys_in_pem: ({ count }) => `This text holds ${count} private keys. Enter the one to use.`,
  private_keys_in_json: ({ count, members }) =>
    `This JSON holds ${count} private keys, in ${members}. Enter the one to use.`,
  private_key_missing_in_json: ({ other }) =>
    `This JSON is no JWK: it has no "kty". No member of it holds a private key.${other === undefined ? '' : ` Its member "${other}" holds a certificate or a public key.`}`,
  jwk_set_without_private_key: () =>
    'This JWK Set holds no private key. It is the set that others verify signatures with.',
  jwk_set_with_private_keys: ({ count }) => `This JWK Set holds ${count} private keys. Enter the one to use.`,
  jwk_symmetric: () => 'This JWK is a symmetric key ("kty": "oct"), not a private key.',
  jwk_public: () => 'This JWK is a public key: it has no "d".',
  jwk_without_kty: () => 'This JSON is no JWK: it has no "kty".',
  jwk_kty_unsupported: () => 'This runtime cannot use a JWK of this "kty".',
  jwk_curve_unsupported: () => 'This runtime cannot use the curve ("crv") of this JWK.',
  jwk_without_primes: () =>
    'This JWK lacks "p", "q", "dp", "dq" and "qi". Without them this runtime cannot use an RSA key.',
  jwk_parts_differ: () => 'The parts of this JWK do not belong together: "x" is not the public part of "d".',
  pfx_damaged: () => 'This PFX is damaged: it cannot be read to its end.',
  pfx_signed: () => 'This PFX is signed instead of protected by a passphrase. Export it again with a passphrase.',
  pfx_encrypted_for_certificate: () =>
    'A part of this PFX is encrypted for a certificate instead of by a passphrase. Export it again with a passphrase.',
  pfx_encryption_unsupported: ({ oid }) =>
    `This runtime cannot use the encryption of this PFX (${oid}). Export it again, with AES-256 or 3DES.`,
  pfx_passphrase_missing: () => 'This PFX is protected by a passphrase. Enter it.',
  pfx_passphrase_wrong: () => 'The passphrase does not open this PFX.',
  pfx_without_private_key: () => 'This PFX holds certificates and no private key. Export it with its key.',
  pfx_with_private_keys: ({ count }) => `This PFX holds ${count} private keys. Export the one to use.`,
}
