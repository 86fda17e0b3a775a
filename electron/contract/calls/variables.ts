import { z } from 'zod'
import { secretVariableValueRule, variableNameRule } from '../../vocabulary/variable-rules.ts'
import { fieldProblemSchema } from '../problem.ts'
import { secretStorageSchema } from '../secret-storage.ts'
import { text } from '../text.ts'
import { variablesSchema } from '../variable.ts'
import { nothing, ofEnvironment } from './inputs.ts'

/** Variables that are not saved with an environment: those of the workspace, and the values of secret ones. */
export const variableCalls = {
  listWorkspaceVariables: { input: nothing, output: variablesSchema },
  /** All of them; none is secret. */
  saveWorkspaceVariables: {
    input: z.strictObject({
      variables: variablesSchema.refine(
        (variables) => variables.every(({ secret }) => !secret),
        'A secret variable belongs to an environment.',
      ),
    }),
    output: nothing,
  },
  /** The names of the secret variables that have a value; null while the storage of secrets cannot be read. */
  listSecretVariables: { input: ofEnvironment, output: z.array(z.string()).nullable() },
  /** Sets the value of a secret variable, or deletes it where `value` is empty. The window cannot read it back. */
  setSecretVariable: {
    input: ofEnvironment.extend({ name: text(variableNameRule), value: text(secretVariableValueRule) }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('set'), names: z.array(z.string()) }),
      z.strictObject({ kind: z.literal('gone') }),
      /** All of them together would be longer than a secret may be. */
      z.strictObject({ kind: z.literal('full') }),
      z.strictObject({ kind: z.literal('not_read'), problem: fieldProblemSchema }),
      z.strictObject({ kind: z.literal('not_kept'), storage: secretStorageSchema }),
    ]),
  },
}
