import { z } from 'zod'
import { type TransportFailure, transportFailureSchema } from './exchange.ts'
import { remedySchema } from './finding.ts'
import { apiRequestProblemCodes } from './problem-codes/api-request.ts'
import { assertionProblemCodes } from './problem-codes/assertions.ts'
import { awsProblemCodes } from './problem-codes/aws.ts'
import { azureProblemCodes } from './problem-codes/azure.ts'
import { certificateProblemCodes } from './problem-codes/certificates.ts'
import { clientProblemCodes } from './problem-codes/client.ts'
import { fileProblemCodes } from './problem-codes/files.ts'
import { keyFitProblemCodes } from './problem-codes/key-fit.ts'
import { privateKeyProblemCodes } from './problem-codes/private-keys.ts'
import { environmentProblemCodes } from './problem-codes/environment.ts'
import { secretProblemCodes } from './problem-codes/secrets.ts'
import { sourceProblemCodes } from './problem-codes/sources.ts'
import { vaultProblemCodes } from './problem-codes/vault.ts'
import { variableProblemCodes } from './problem-codes/variables.ts'
import { verificationProblemCodes } from './problem-codes/verification.ts'
import { requestProblemCodes } from './problem-codes/request.ts'
import { flowProblemCodes } from './problem-codes/flow.ts'

/**
 * Every code of a problem: the lists of `problem-codes/`, one file for each subject. A new code is a name there, an entry in
 * `catalogue/problems/` and a sentence in `wording/problems/`; the compiler refuses one without the others.
 */
const problemCodeSchema = z.enum([
  ...apiRequestProblemCodes,
  ...assertionProblemCodes,
  ...certificateProblemCodes,
  ...clientProblemCodes,
  ...fileProblemCodes,
  ...keyFitProblemCodes,
  ...privateKeyProblemCodes,
  ...environmentProblemCodes,
  ...secretProblemCodes,
  ...sourceProblemCodes,
  ...vaultProblemCodes,
  ...awsProblemCodes,
  ...azureProblemCodes,
  ...variableProblemCodes,
  ...verificationProblemCodes,
  ...requestProblemCodes,
  ...flowProblemCodes,
])
export type ProblemCode = z.infer<typeof problemCodeSchema>

/**
 * Why something could not be read or cannot be used, as data: the sentence is written where it is shown
 * (`wording/problems.ts`). `evidence` holds what was seen, by the names of the catalogue, and never a secret.
 */
export interface Problem {
  code: ProblemCode
  evidence: Readonly<Record<string, string>>
  /** Of JSON that holds a credential: the path of its member, such as `appAuth.privateKey`. */
  member?: string
  /** Of a request that had no answer: what happened to it. */
  failure?: TransportFailure
  /** What is wrong beneath it, such as with the source of a secret. */
  cause?: Problem
}

const problemSchema = z.strictObject({
  code: problemCodeSchema,
  evidence: z.record(z.string(), z.string()),
  member: z.string().exactOptional(),
  failure: transportFailureSchema.exactOptional(),
  cause: z.lazy((): z.ZodType<Problem> => problemSchema).exactOptional(),
})

/**
 * A problem with a field, which keeps a request from being sent. `field` is the path of an environment's member
 * (`assertion.keyFile`, `headers.0.name`) or the name of a secret.
 */
export const fieldProblemSchema = problemSchema.extend({
  field: z.string(),
  /** What a person can settle on the spot, after which the same request can go out. */
  remedy: remedySchema.exactOptional(),
})
export type FieldProblem = z.infer<typeof fieldProblemSchema>
