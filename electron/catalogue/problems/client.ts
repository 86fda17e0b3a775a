import type { EvidenceNames } from '../evidence.ts'

export const clientProblems = {
  client_id_missing: { evidence: [] },
  client_secret_missing: { evidence: [] },
  private_key_missing: { evidence: [] },
  client_certificate_missing: { evidence: [] },
  assertion_file_not_entered: { evidence: [] },
  assertion_audience_missing: { evidence: [] },
  /** `method`: client_secret_jwt or private_key_jwt. */
  algorithm_of_other_method: { evidence: ['method', 'alg'] },
  thumbprint_without_certificate: { evidence: [] },
  certificate_of_other_key: { evidence: [] },
  proxy_unreadable: { evidence: [] },
  untrusted_certificate_in_production: { evidence: [] },
} as const satisfies Record<string, EvidenceNames>
