import { z } from 'zod'
import { type SecretName, secretNameSchema } from '../../contract/secret.ts'
import type { Members } from '../json/json-members.ts'
import type { Unknown } from './unknown-members.ts'

/** What an environment keeps of the file that it came from, for when it is shared again. */
export interface PreservedMembers {
  /** Members of the environment that this version does not know. */
  environment: Unknown
  /** Members of the file that this version does not know. */
  file: Unknown
  /** Secrets that the file names. Written again, so that the file stays the same whether or not they were supplied. */
  declaredSecrets: readonly SecretName[]
}

const unknownSchema: z.ZodType<Unknown> = z.lazy(() =>
  z.strictObject({
    members: z.record(z.string(), z.unknown()).exactOptional(),
    within: z.record(z.string(), unknownSchema).exactOptional(),
  }),
)

/** As it is stored, where `told` are the declared secrets. */
const preservedSchema = z.strictObject({
  environment: unknownSchema.default({}),
  file: unknownSchema.default({}),
  told: z.array(secretNameSchema).default([]),
})

/** Nothing where it cannot be read. */
export function preservedOf(tree: Members | undefined): PreservedMembers {
  const { told, ...members } = preservedSchema.safeParse(tree).data ?? preservedSchema.parse({})
  return { ...members, declaredSecrets: told }
}

/** For the workspace. What is empty is left out. */
export function treeOf({ environment, file, declaredSecrets }: PreservedMembers): Record<string, unknown> {
  return {
    ...(!isEmpty(environment) && { environment }),
    ...(!isEmpty(file) && { file }),
    ...(declaredSecrets.length > 0 && { told: declaredSecrets }),
  }
}

const isEmpty = ({ members, within }: Unknown) => members === undefined && within === undefined
