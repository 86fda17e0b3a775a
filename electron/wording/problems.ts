import { evidenceFor, type Writers } from '../catalogue/evidence.ts'
import { problems } from '../catalogue/problems.ts'
import type { FieldProblem, Problem, ProblemCode } from '../contract/problem.ts'
import { allowText } from './allow.ts'
import { apiRequestProblemWriters } from './problems/api-request.ts'
import { assertionProblemWriters } from './problems/assertions.ts'
import { awsProblemWriters } from './problems/aws.ts'
import { azureProblemWriters } from './problems/azure.ts'
import { certificateProblemWriters } from './problems/certificates.ts'
import { clientProblemWriters } from './problems/client.ts'
import { fileProblemWriters } from './problems/files.ts'
import { keyFitProblemWriters } from './problems/key-fit.ts'
import { privateKeyProblemWriters } from './problems/private-keys.ts'
import { environmentProblemWriters } from './problems/environment.ts'
import { secretProblemWriters } from './problems/secrets.ts'
import { sourceFailureText } from './problems/source-failure.ts'
import { sourceProblemWriters } from './problems/sources.ts'
import { vaultProblemWriters } from './problems/vault.ts'
import { variableProblemWriters } from './problems/variables.ts'
import { verificationProblemWriters } from './problems/verification.ts'
import { requestProblemWriters } from './problems/request.ts'
import { flowProblemWriters } from './problems/flow.ts'

const writers: Writers<typeof problems, string> = {
  ...apiRequestProblemWriters,
  ...assertionProblemWriters,
  ...certificateProblemWriters,
  ...clientProblemWriters,
  ...fileProblemWriters,
  ...keyFitProblemWriters,
  ...privateKeyProblemWriters,
  ...environmentProblemWriters,
  ...secretProblemWriters,
  ...sourceProblemWriters,
  ...vaultProblemWriters,
  ...awsProblemWriters,
  ...azureProblemWriters,
  ...variableProblemWriters,
  ...verificationProblemWriters,
  ...requestProblemWriters,
  ...flowProblemWriters,
}

/** What a person reads of a problem. */
export function problemSentence(problem: Problem & Pick<FieldProblem, 'remedy'>): string {
  const { code, evidence, member, remedy, failure, cause } = problem
  if (remedy?.kind === 'allow_origin') return Object.values(allowText(remedy)).join(' ')
  if (failure !== undefined) return sourceFailureText(failure, evidence['trust'] ?? '')
  const written = write(code, problems[code], evidence)
  const sentence = cause === undefined ? written : `${written} ${problemSentence(cause)}`
  return member === undefined ? sentence : `In the member "${member}": ${sentence}`
}

function write<Code extends ProblemCode>(
  code: Code,
  entry: (typeof problems)[Code],
  evidence: Problem['evidence'],
): string {
  return writers[code](evidenceFor(entry, evidence))
}
