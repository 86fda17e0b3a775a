import type { EvidenceNames } from '../evidence.ts'

export const privateKeyProblems = {
  private_key_empty: { evidence: [] },
  not_a_private_key: { evidence: [] },
  json_incomplete: { evidence: [] },
  java_key_store: { evidence: [] },
  public_key_for_private_key: { evidence: [] },
  certificate_for_private_key: { evidence: [] },
  certificate_request_for_private_key: { evidence: [] },
  private_key_cut_off: { evidence: [] },
  private_key_damaged: { evidence: [] },
  private_key_in_openssh_format: { evidence: [] },
  /** `label`: of the PEM block. */
  private_key_format_unsupported: { evidence: ['label'] },
  /** `kind`: rsa_pss, secp256k1, brainpool, ed448, x25519, x448 or dsa. */
  private_key_kind_unsupported: { evidence: ['kind'] },
  /** `type`: as the runtime names it, such as x25519. */
  private_key_cannot_sign: { evidence: ['type'] },
  private_key_parts_differ: { evidence: [] },
  rsa_key_too_large: { evidence: ['bits', 'most'] },
  private_key_encrypted: { evidence: [] },
  private_key_passphrase_wrong: { evidence: [] },
  /** A wrong passphrase sometimes yields bytes that look decrypted. */
  private_key_passphrase_unlikely: { evidence: [] },
  private_key_encryption_unsupported: { evidence: [] },
  key_derivation_too_costly: { evidence: ['rounds', 'most'] },
  private_keys_in_pem: { evidence: ['count'] },
  /** `members`: the paths of the first few, separated by a comma and a space. */
  private_keys_in_json: { evidence: ['count', 'members'] },
  /** `other`: the path of a member that holds a certificate or a public key. */
  private_key_missing_in_json: { evidence: [], optional: ['other'] },
  jwk_set_without_private_key: { evidence: [] },
  jwk_set_with_private_keys: { evidence: ['count'] },
  jwk_symmetric: { evidence: [] },
  jwk_public: { evidence: [] },
  jwk_without_kty: { evidence: [] },
  jwk_kty_unsupported: { evidence: [] },
  jwk_curve_unsupported: { evidence: [] },
  jwk_without_primes: { evidence: [] },
  jwk_parts_differ: { evidence: [] },
  pfx_damaged: { evidence: [] },
  pfx_signed: { evidence: [] },
  pfx_encrypted_for_certificate: { evidence: [] },
  /** `oid`: of the algorithm. */
  pfx_encryption_unsupported: { evidence: ['oid'] },
  pfx_passphrase_missing: { evidence: [] },
  pfx_passphrase_wrong: { evidence: [] },
  pfx_without_private_key: { evidence: [] },
  pfx_with_private_keys: { evidence: ['count'] },
} as const satisfies Record<string, EvidenceNames>
