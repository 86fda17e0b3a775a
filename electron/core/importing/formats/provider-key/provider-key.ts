import type { ReadSettings } from '../../../../common/client-settings/client-settings.ts'
import { isJsonObject, jsonObjects, jsonTexts } from '../../../../common/client-settings/json-texts.ts'
import { readJson } from '../../../../common/client-settings/read-json.ts'
import { settingsOfNames } from '../../../../common/client-settings/named/named-settings.ts'
import { readKeycloakAdapter } from '../../../../common/client-settings/read-keycloak-adapter.ts'
import type { ImportFact, ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftClient, ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { expandedTexts } from '../dotenv/expanded-texts.ts'
import type { Importer } from '../importer.ts'
import { type SpringClient, springClients, springProfiles } from '../spring/spring-clients.ts'
import { titleOf } from '../support/values.ts'
import { boxKey } from './box-key.ts'
import { keycloakExport } from './keycloak-export.ts'
import { isServiceKey, readServiceKeyOf } from './service-keys.ts'
import { severalClients } from './several-clients.ts'
import { writtenValues } from './written-values.ts'

/** Keys of providers, and settings of applications, as JSON or YAML: what has a client by the names of its members. */
export const providerKeyImporter: Importer = {
  claim: (files) => files.filter((file) => isJsonObject(file.value) && draftOf(file) !== null),
  read: (files) => files.flatMap((file) => draftOf(file) ?? []),
}

function draftOf(file: ParsedFile): ImportDraft | null {
  const value = writtenValues(file.value)
  const other = otherFlow(value)
  const spring = springClients(expandedTexts(jsonTexts(value))) ?? []
  const others = [
    ...(other === null ? [] : [other]),
    ...spring.flatMap(({ otherGrant: grant }): ImportFact[] =>
      grant === null ? [] : [{ code: 'other_grant', evidence: { grant } }],
    ),
  ]
  const read = spring.length > 0 ? ofSpring(spring) : other === null ? clientsIn(value) : []
  if (others.length + read.length === 0) return null
  const place = file.at()
  const facts = [...others, ...read.flatMap(factsOf)]
  return {
    format: 'provider_key',
    version: '',
    name: [titleOf(file.path), ...(spring.length > 0 ? springProfiles(jsonTexts(value)) : [])].join('-'),
    clients: read.map((one) => clientOf(one, place)),
    calls: [],
    variables: [],
    variableSets: [],
    notes: facts.map((fact) => ({ fact, place, call: '' })),
  }
}

const ofSpring = (clients: readonly SpringClient[]): ReadSettings[] =>
  clients.flatMap(({ id, otherGrant, read }) => (otherGrant === null ? [named(read, id)] : []))

const named = ({ fields, ...read }: ReadSettings, name: string): ReadSettings => ({
  ...read,
  fields: { ...fields, name: fields.name ?? name },
})

function clientOf({ fields, secrets, provider }: ReadSettings, place: ImportPlace): DraftClient {
  const { name = '', ...settings } = fields
  return { name, place, settings, secrets, ...(provider === null ? {} : { provider }) }
}

/** A file may bind several services, each with its own client. The more specific format is tried first. */
function clientsIn(value: unknown): ReadSettings[] {
  const exported = keycloakExport(value)
  if (exported !== null) return exported
  const adapter = readKeycloakAdapter(value) ?? boxKey(value)
  if (adapter !== undefined) return [adapter]
  const keys = jsonObjects(value).filter(isServiceKey)
  if (keys.length > 0) return keys.map(readServiceKeyOf)
  const several = severalClients(jsonTexts(value))
  if (several !== null)
    return several.flatMap(({ name, texts }) => {
      const one = settingsOfNames(texts)
      return one === undefined ? [] : [named(one, name)]
    })
  const read = readJson(value)
  const { client_id: id, token_endpoint: endpoint, issuer } = read?.fields ?? {}
  return read !== undefined && (id !== undefined || endpoint !== undefined || issuer !== undefined) ? [read] : []
}

/** Keys that sign assertions for a person or a service account, of which this flow has none. @see RFC 7523 §2.1 */
function otherFlow(value: unknown): ImportFact | null {
  if (!isJsonObject(value)) return null
  const type = typeof value['type'] === 'string' ? value['type'] : ''
  const isOfAccount = /^service_?account$/.test(type)
  if (isOfAccount && jsonTexts(value).some(({ text }) => text.includes('PRIVATE KEY')))
    return { code: 'other_grant', evidence: { grant: 'urn:ietf:params:oauth:grant-type:jwt-bearer' } }
  // What Google gives for applications in which people log in.
  const ofPeople = [value['web'], value['installed']].find(isJsonObject)
  if (ofPeople !== undefined && typeof ofPeople['client_id'] === 'string' && typeof ofPeople['auth_uri'] === 'string')
    return { code: 'other_grant', evidence: { grant: 'authorization_code' } }
  return type === 'authorized_user' ? { code: 'other_grant', evidence: { grant: 'refresh_token' } } : null
}

/** What is not used of such a file are mostly addresses of other flows. */
const factsOf = ({ notes }: ReadSettings): ImportFact[] =>
  notes.flatMap(({ code, names }): ImportFact[] =>
    code === 'not_used' || code === 'placeholders' || code === 'secret_not_there'
      ? []
      : [{ code: 'settings', evidence: { note: code, names } }],
  )
