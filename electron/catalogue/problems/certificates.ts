import type { EvidenceNames } from '../evidence.ts'

export const certificateProblems = {
  not_a_certificate: { evidence: [] },
  /** `position`: among several, from 1. */
  certificate_damaged: { evidence: [], optional: ['position'] },
  /** `label`: of the PEM block. */
  certificate_missing_in_pem: { evidence: ['label'] },
  certificate_missing_in_json: { evidence: [] },
  certificates_in_pkcs7: { evidence: [] },
  pfx_for_certificate: { evidence: [] },
  x5c_unreadable: { evidence: [] },
  certificate_without_key: { evidence: [] },
  key_without_certificate: { evidence: [] },
  key_of_other_certificate: { evidence: [] },
  private_key_beside_certificate: { evidence: [] },
} as const satisfies Record<string, EvidenceNames>
