import type { EnvironmentInput } from '../../../contract/environment.ts'
import type { Review } from '../../../contract/review.ts'
import type { EvidenceSubject } from '../../evidence/subject.ts'

/** What a report of a review is about. */
export interface ReviewSubject extends Pick<EvidenceSubject, 'version' | 'runtime' | 'madeAt'> {
  review: Review
  environment: Pick<EnvironmentInput, 'name' | 'stage' | 'issuer' | 'client_id' | 'token_endpoint'>
}
