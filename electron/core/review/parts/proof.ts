import type { Seen } from '../../../contract/review.ts'
import type { Proof } from '../case.ts'
import { seenIn } from '../check.ts'

/** The newest of these kinds. */
export const newestProof = (proofs: readonly Proof[], ...codes: readonly Proof['code'][]): Proof | undefined =>
  proofs.filter(({ code }) => codes.includes(code)).toSorted((one, other) => other.at - one.at)[0]

export const seenOfProof = (proof: Proof): Seen[] => [seenIn(proof, 'status', 'status', String(proof.status))]
