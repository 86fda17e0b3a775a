import type { EvidenceNames } from '../evidence.ts'

/** `said`: in the words of Azure or of its SDK. */
const optional = ['said'] as const
const plain = { evidence: [], optional } as const
const ofVault = { evidence: ['vault'], optional } as const
const ofSecret = { evidence: ['secret', 'vault'], optional: ['version', 'said'] } as const

/** Of Azure Key Vault. `vault`: its URL. */
export const azureProblems = {
  azure_address_not_entered: { evidence: [] },
  azure_address_not_https: { evidence: [] },
  azure_address_too_long: { evidence: ['origin'] },
  azure_answer_without_value: { evidence: ['secret'] },
  azure_login_missing: plain,
  azure_login_failed: plain,
  azure_other_tenant: plain,
  azure_client_secret_wrong: plain,
  azure_client_secret_expired: plain,
  azure_application_unknown: plain,
  azure_tenant_unknown: plain,
  azure_other_domain: plain,
  azure_login_refused: ofVault,
  azure_secret_disabled: ofSecret,
  azure_access_denied: ofSecret,
  azure_secret_missing: ofSecret,
  azure_throttled: plain,
  azure_failed: { evidence: ['status'], optional },
  azure_no_secret: ofVault,
} as const satisfies Record<string, EvidenceNames>
