import type { ProblemCode } from '../contract/problem.ts'
import type { EvidenceNames } from './evidence.ts'
import { assertionProblems } from './problems/assertions.ts'
import { certificateProblems } from './problems/certificates.ts'
import { clientProblems } from './problems/client.ts'
import { fileProblems } from './problems/files.ts'
import { keyFitProblems } from './problems/key-fit.ts'
import { privateKeyProblems } from './problems/private-keys.ts'
import { environmentProblems } from './problems/environment.ts'
import { secretProblems } from './problems/secrets.ts'
import { verificationProblems } from './problems/verification.ts'
import { requestProblems } from './problems/request.ts'

/** The evidence of every problem. */
export const problems = {
  ...assertionProblems,
  ...certificateProblems,
  ...clientProblems,
  ...fileProblems,
  ...keyFitProblems,
  ...privateKeyProblems,
  ...environmentProblems,
  ...secretProblems,
  ...verificationProblems,
  ...requestProblems,
} as const satisfies Record<ProblemCode, EvidenceNames>
