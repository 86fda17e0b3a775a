import type { ImportDraft } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import type { Importer } from '../importer.ts'
import { clientOfMetadata, isMetadata } from './metadata.ts'
import { clientsOfResource, isResourceMetadata } from './resource-metadata.ts'
import { clientOfUrl, urlsIn } from './urls.ts'

type Reading = Pick<ImportDraft, 'clients' | 'notes'>

/** Metadata of authorization servers and protected resources, and their addresses. Nothing is asked of any of them. */
export const discoveryImporter: Importer = {
  claim: (files) => files.filter((file) => readingOf(file) !== null),
  read: (files) => files.flatMap((file) => draftOf(readingOf(file))),
}

function readingOf(file: ParsedFile): Reading | null {
  if (isMetadata(file.value)) return clientOfMetadata(file.value, file)
  if (isResourceMetadata(file.value)) return clientsOfResource(file.value, file)
  if (file.syntax !== 'text') return null
  const urls = urlsIn(file.text)
  if (urls.length === 0) return null
  const read = urls.map((url) => clientOfUrl(url, file))
  return { clients: read.map(({ client }) => client), notes: read.flatMap(({ notes }) => notes) }
}

function draftOf(reading: Reading | null): ImportDraft[] {
  // Each is named after its own host.
  return reading === null
    ? []
    : [{ format: 'discovery', version: '', name: '', calls: [], variables: [], variableSets: [], ...reading }]
}
