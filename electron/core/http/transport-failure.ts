import type { EvidenceArguments, EvidenceOf } from '../../catalogue/evidence.ts'
import type { failures } from '../../catalogue/failures.ts'
import type { FailureCode, TransportFailure } from '../../contract/exchange.ts'

/** Where and when a failure happened. */
export type FailurePlace = Pick<TransportFailure, 'phase' | 'host' | 'port' | 'nodeCode'>

export type FailureEvidence<FailedBy extends FailureCode> = EvidenceOf<(typeof failures)[FailedBy]>

/** A failure with the evidence that its code has in the catalogue. */
export function transportFailure<FailedBy extends FailureCode>(
  code: FailedBy,
  place: FailurePlace,
  ...[evidence]: EvidenceArguments<(typeof failures)[FailedBy]>
): TransportFailure {
  return { code, ...place, evidence: { ...evidence } }
}
