import type { Writers } from '../../catalogue/evidence.ts'
import type { secretProblems } from '../../catalogue/problems/secrets.ts'
import { secretLabels } from '../secret-names.ts'

const labels: ReadonlyMap<string, string> = new Map(Object.entries(secretLabels))
const labelOf = (secret: string) => labels.get(secret) ?? secret

const sourceNames: ReadonlyMap<string, string> = new Map([
  ['vault', 'HashiCorp Vault'],
  ['aws_secrets_manager', 'AWS Secrets Manager'],
  ['azure_key_vault', 'Azure Key Vault'],
])

export const secretProblemWriters: Writers<typeof secretProblems, string> = {
  secret_asked_each_time: ({ secret }) => `${labelOf(secret)}: asked for each time.`,
  secret_source_not_asked_yet: ({ secret, source }) =>
    `${labelOf(secret)}: it comes from ${sourceNames.get(source) ?? source}, which is asked when a token is requested.`,
  secret_source_failed: ({ secret, reason }) => `${labelOf(secret)}: ${reason}`,
  stored_secret_unreadable: ({ secret, reason }) => `${labelOf(secret)}: ${reason}`,
  origin_not_approved: ({ origin }) => `It is not approved for ${origin} yet.`,
}
