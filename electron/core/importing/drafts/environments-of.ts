import { newEnvironment } from '../../../catalogue/new-environment.ts'
import { environmentInputSchema, type EnvironmentInput } from '../../../contract/environment.ts'
import { secretNameSchema } from '../../../contract/secret.ts'
import type { FoundSecret } from '../../../contract/sharing.ts'
import type { ReadEnvironment } from '../read-environments.ts'
import type { ForeignImport } from './foreign-import.ts'
import type { DraftClient, ImportDraft } from './import-draft.ts'

/** What drafts become: an environment for each client. */
export function environmentsOf(drafts: readonly ImportDraft[], newId: () => string): Omit<ForeignImport, 'sources'> {
  const made = drafts.flatMap((draft) => draft.clients.map((client) => environmentOf(client, draft, newId())))
  return {
    environments: made.map(({ environment }) => environment),
    carried: Object.fromEntries(made.map(({ environment, client }) => [environment.id, client.secrets])),
    notes: drafts.flatMap(({ notes }) => notes),
    valuesNeeded: [],
  }
}

function environmentOf(client: DraftClient, draft: ImportDraft, id: string) {
  const {
    aliases: _aliases,
    assertion: _assertion,
    proxy: _proxy,
    caFile: _caFile,
    clientCertificate: _c,
    ...fields
  } = client.settings
  const value: EnvironmentInput = environmentInputSchema.parse({
    ...newEnvironment,
    ...fields,
    name: client.name || draft.name || 'Imported',
  })
  const names = secretNameSchema.options.filter((name) => client.secrets[name] !== undefined)
  const environment: ReadEnvironment = {
    id,
    kind: 'environment',
    value,
    calls: [],
    preserved: { environment: {}, file: {}, declaredSecrets: names },
    encrypted: [],
    open: [],
    found: names.map((name): FoundSecret => ({
      name,
      variable: '',
      of: 'settings',
      place: '',
      call: '',
      likely: false,
    })),
  }
  return { environment, client }
}
