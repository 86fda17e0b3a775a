import { z } from 'zod'
import { fieldProblemSchema } from './problem.ts'

/** Something about a secret that may be shown. */
export const sourceFactSchema = z.strictObject({
  name: z.enum([
    /** Characters. */
    'length',
    'lines',
    /** The secret is the first of so many lines. */
    'first_of_lines',
    'white_space_around',
    'json_object',
    'version',
    'stages',
    'region',
    'created',
    'updated',
    'expires',
    /** Where the login came from: a variable, a path, or environment for what is entered there. */
    'vault_token',
    'vault_secret_id',
    'service_account',
  ]),
  value: z.string(),
})
export type SourceFact = z.infer<typeof sourceFactSchema>

/** What a source said when it was tried: facts about the secret, never the secret. */
export const sourceTestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('found'),
    /** In the order to show. */
    facts: z.array(sourceFactSchema).readonly(),
  }),
  z.strictObject({ kind: z.literal('failed'), problem: fieldProblemSchema }),
])
export type SourceTest = z.infer<typeof sourceTestSchema>
