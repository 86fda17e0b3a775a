import type { ImportNote } from '../../../../contract/import-note.ts'
import { isMembers, type Members } from '../../../json/json-members.ts'
import type { DraftClient } from '../../drafts/import-draft.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { textOf, textsOf } from './metadata.ts'

/** @see RFC 9728 §2 */
export const isResourceMetadata = (value: unknown): value is Members =>
  isMembers(value) &&
  textOf(value, 'resource') !== '' &&
  ['authorization_servers', 'scopes_supported', 'bearer_methods_supported'].some(
    (name) => textsOf(value, name) !== null,
  )

/** More authorization servers of one resource are not taken. */
const mostServers = 20

/** A client for each authorization server that the resource names. */
export function clientsOfResource(
  metadata: Members,
  file: ParsedFile,
): { clients: DraftClient[]; notes: ImportNote[] } {
  const scope = (textsOf(metadata, 'scopes_supported') ?? []).join(' ')
  const issuers = (textsOf(metadata, 'authorization_servers') ?? []).slice(0, mostServers)
  const notes = issuers.map((issuer, index): ImportNote => ({
    fact: { code: 'issuer_not_token_endpoint', evidence: { issuer } },
    place: file.at('authorization_servers', index),
    call: '',
  }))
  const clients = issuers.map((issuer, index): DraftClient => ({
    name: textOf(metadata, 'resource_name'),
    place: file.at('authorization_servers', index),
    settings: { issuer, scope, resource: [textOf(metadata, 'resource')] },
    secrets: {},
  }))
  return { clients, notes }
}
