import type { EvidenceNames } from '../evidence.ts'

/** `where`: typed, or variable for VAULT_ADDR. */
const address = { evidence: ['where'] } as const
/** `what`: engine, secret or login; of a login with its `method`. */
const pathText = { evidence: ['what'], optional: ['method'] } as const
/** `isSealed`: present when Vault says so; `said`: in the words of Vault. */
const refused = ['isSealed', 'said'] as const
const login = ['method', 'mount'] as const

/** Of HashiCorp Vault. `where` of a secret: mount and path. */
export const vaultProblems = {
  vault_address_not_entered: { evidence: [] },
  vault_address_invalid: address,
  vault_address_with_query: address,
  vault_address_not_encrypted: address,
  vault_path_with_gap: pathText,
  vault_path_with_dots: pathText,
  vault_path_with_invisible_character: pathText,
  vault_namespace_invalid: { evidence: [] },
  vault_token_missing: { evidence: [] },
  vault_secret_id_missing: { evidence: [] },
  service_account_token_unusable: { evidence: [] },
  /** `from`: a variable, a path, or environment for what is entered there. */
  vault_login_empty: { evidence: ['from'] },
  vault_login_malformed: { evidence: ['from'] },
  vault_login_refused: { evidence: [...login, 'status'], optional: refused },
  vault_login_second_factor: { evidence: login },
  vault_login_without_token: { evidence: login },
  /** `asked`: the path that a policy has to allow. */
  vault_read_refused: { evidence: ['where', 'asked', 'status'], optional: refused },
  vault_redirects: { evidence: ['address', 'status'], optional: ['location'] },
  vault_answer_empty: { evidence: ['address', 'status'] },
  vault_answer_not_json: { evidence: ['address', 'status'] },
  vault_answer_without_data: { evidence: ['where'] },
  vault_answer_without_version_data: { evidence: ['where'] },
  vault_key_no_string: { evidence: ['key', 'where', 'found'] },
  vault_key_missing: { evidence: ['key', 'where'], optional: ['keys'] },
  vault_engine_version_differs: { evidence: ['mount', 'version'] },
  vault_path_with_data: { evidence: ['mount'] },
  vault_engine_unsupported: { evidence: ['mount'], optional: ['engine'] },
  vault_version_destroyed: { evidence: ['version', 'where'] },
  vault_version_deleted: { evidence: ['version', 'where'], optional: ['at'] },
} as const satisfies Record<string, EvidenceNames>
