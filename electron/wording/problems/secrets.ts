import type { Writers } from '../../catalogue/evidence.ts'
import type { secretProblems } from '../../catalogue/problems/secrets.ts'
import { secretLabels } from '../secret-names.ts'
import { sealedProblemText } from '../secret-storage.ts'

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
  secret_source_failed: ({ secret }) => `${labelOf(secret)} could not be read from its source.`,
  stored_secret_unreadable: ({ secret }) => `${labelOf(secret)} could not be read.`,
  passphrase_needed: () => sealedProblemText({ code: 'passphrase_needed', evidence: {} }),
  keyring_locked: () => sealedProblemText({ code: 'keyring_locked', evidence: {} }),
  keyring_changed: (evidence) => sealedProblemText({ code: 'keyring_changed', evidence }),
  data_key_damaged: () => sealedProblemText({ code: 'data_key_damaged', evidence: {} }),
  value_damaged: () => sealedProblemText({ code: 'value_damaged', evidence: {} }),
  secret_not_set: ({ secret }) => `${labelOf(secret)} is not set.`,
  origin_not_approved: ({ origin }) => `It is not approved for ${origin} yet.`,
}
