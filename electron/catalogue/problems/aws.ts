import type { EvidenceNames } from '../evidence.ts'

/** `said`: in the words of AWS or of its SDK. */
const optional = ['said'] as const
const plain = { evidence: [], optional } as const
const ofSecret = { evidence: ['secretId'], optional } as const

/** Of AWS Secrets Manager. */
export const awsProblems = {
  aws_endpoint_not_encrypted: { evidence: [] },
  aws_secret_missing: { evidence: ['secretId', 'stage'], optional },
  aws_access_denied: ofSecret,
  aws_not_decrypted: ofSecret,
  aws_secret_withheld: ofSecret,
  aws_input_refused: plain,
  aws_access_key_refused: plain,
  aws_login_expired: plain,
  aws_login_missing: plain,
  aws_region_missing: plain,
  aws_throttled: plain,
  aws_failed: plain,
  aws_no_secret: plain,
  aws_secret_binary: { evidence: ['secretId'] },
  aws_answer_without_secret: { evidence: ['secretId'] },
  aws_secret_not_json: { evidence: ['secretId'] },
  aws_key_missing: { evidence: ['secretId', 'key'] },
  aws_key_no_string: { evidence: ['secretId', 'key', 'found'] },
} as const satisfies Record<string, EvidenceNames>
