import { z } from 'zod'
import { type SecretName, secretNameSchema } from '../../contract/secret.ts'
import type { Members } from '../json/json-members.ts'
import type { Unknown } from './unknown-members.ts'

/** What an environment keeps of the file that it came from, for when it is shared again. */
export interface Kept {
  /** Members of the environment that this version does not know. */
  environment: Unknown
  /** Members of the file that this version does not know. */
  file: Unknown
  /** Secrets that the file told of. Told again, so that the file stays the same whether or not they were supplied. */
  told: readonly SecretName[]
}

const unknownSchema: z.ZodType<Unknown> = z.lazy(() =>
  z.strictObject({
    members: z.record(z.string(), z.unknown()).exactOptional(),
    within: z.record(z.string(), unknownSchema).exactOptional(),
  }),
)

const keptSchema = z.strictObject({
  environment: unknownSchema.default({}),
  file: unknownSchema.default({}),
  told: z.array(secretNameSchema).default([]),
})

/** Nothing where it cannot be read. */
export const keptOf = (tree: Members | undefined): Kept => keptSchema.safeParse(tree).data ?? keptSchema.parse({})

/** For the workspace. What is empty is left out. */
export function treeOf({ environment, file, told }: Kept): Record<string, unknown> {
  return {
    ...(!isEmpty(environment) && { environment }),
    ...(!isEmpty(file) && { file }),
    ...(told.length > 0 && { told }),
  }
}

const isEmpty = ({ members, within }: Unknown) => members === undefined && within === undefined
