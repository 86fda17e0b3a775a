import type { ProblemCode } from '../contract/problem.ts'
import type { EvidenceNames } from './evidence.ts'
import { apiRequestProblems } from './problems/api-request.ts'
import { assertionProblems } from './problems/assertions.ts'
import { awsProblems } from './problems/aws.ts'
import { azureProblems } from './problems/azure.ts'
import { certificateProblems } from './problems/certificates.ts'
import { clientProblems } from './problems/client.ts'
import { fileProblems } from './problems/files.ts'
import { keyFitProblems } from './problems/key-fit.ts'
import { privateKeyProblems } from './problems/private-keys.ts'
import { environmentProblems } from './problems/environment.ts'
import { secretProblems } from './problems/secrets.ts'
import { sourceProblems } from './problems/sources.ts'
import { vaultProblems } from './problems/vault.ts'
import { variableProblems } from './problems/variables.ts'
import { verificationProblems } from './problems/verification.ts'
import { requestProblems } from './problems/request.ts'
import { flowProblems } from './problems/flow.ts'

/** The evidence of every problem. */
export const problems = {
  ...apiRequestProblems,
  ...assertionProblems,
  ...certificateProblems,
  ...clientProblems,
  ...fileProblems,
  ...keyFitProblems,
  ...privateKeyProblems,
  ...environmentProblems,
  ...secretProblems,
  ...sourceProblems,
  ...vaultProblems,
  ...awsProblems,
  ...azureProblems,
  ...variableProblems,
  ...verificationProblems,
  ...requestProblems,
  ...flowProblems,
} as const satisfies Record<ProblemCode, EvidenceNames>
