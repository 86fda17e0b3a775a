import type { ApiBody, ApiHeader } from '../../../../contract/api-call.ts'
import type { Assertion } from '../../../../contract/assertion.ts'
import type { ImportFact, ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftAuthorization, DraftCall } from '../../drafts/import-draft.ts'
import { assertionName, assertionOf } from './bruno-assertions.ts'
import { addedBy } from './bruno-authorization.ts'
import type { Clients } from './bruno-clients.ts'
import { keysOf } from '../support/authentication.ts'
import { addressOf, bodyOf, withHeaders } from './bruno-request.ts'
import type { Found } from './bruno-requests.ts'
import { generatedIn } from '../support/generated-values.ts'
import type { BrunoTexts } from './bruno-texts.ts'

/** A request in our words; `note` takes what should be known of it. */
export function callOf(
  { request, folders, auth, ...around }: Found,
  texts: BrunoTexts,
  clients: Clients,
  note: (fact: ImportFact, place: ImportPlace, call: string) => void,
): DraftCall {
  const { place, name } = request
  const client = auth === null ? undefined : clients.byAuth.get(auth)
  const added = addedBy(client === undefined ? auth : null, texts)
  const { url, query, variables } = addressOf(request, texts)
  const { body, files } = bodyOf(request.body, texts)
  const own = withHeaders(around.headers, request, texts)
  const names = new Set(added.headers.map((header) => header.name.toLowerCase()))
  const headers = [...own.filter((header) => !names.has(header.name.toLowerCase())), ...added.headers]
  const assertions: Assertion[] = []
  for (const asserted of request.assertions) {
    const assertion = asserted.enabled ? assertionOf(asserted.name, asserted.value) : null
    if (assertion === null)
      note({ code: 'not_used', evidence: { name: assertionName(asserted.name, asserted.value) } }, asserted.place, name)
    else assertions.push(assertion)
  }
  for (const { fact, place } of request.notes) note(fact, place, name)
  for (const file of files) note({ code: 'file_not_read', evidence: { name: file } }, place, name)
  const authorization: DraftAuthorization =
    client === undefined ? (tokenOf(headers, clients.byId) ?? added.authorization) : { kind: 'client', client }
  const call: DraftCall = {
    place,
    name,
    folders,
    notes: request.docs,
    method: request.method.toUpperCase(),
    url,
    query: [...query, ...added.query],
    ...withContentType(headers, body),
    authorization,
    keys: keysOf(added),
    ...(request.followRedirects === null ? {} : { followRedirects: request.followRedirects }),
    scope: '',
    assertions,
    variables: [...around.variables, ...request.variables.map((variable) => texts.variable(variable)), ...variables],
  }
  for (const fact of generatedIn(call)) if (!isToken(fact)) note(fact, place, name)
  return call
}

/** A text has its content type with it, and needs no header for it. */
function withContentType(headers: readonly ApiHeader[], body: ApiBody): Pick<DraftCall, 'headers' | 'body'> {
  const header = headers.find(({ name, enabled }) => enabled && name.toLowerCase() === 'content-type')
  if (body.kind !== 'text' || header === undefined) return { headers, body }
  return { headers: headers.filter((one) => one !== header), body: { ...body, contentType: header.value } }
}

/** A token of Bruno's own requests is not a new value for each request. */
const isToken = (fact: ImportFact): boolean =>
  fact.code === 'generated_value' && fact.evidence.text.startsWith('{{$oauth2.')

/** The client whose token a header names, as in `Bearer {{$oauth2.credentials.access_token}}`. */
function tokenOf(headers: DraftCall['headers'], byId: Clients['byId']): DraftAuthorization | null {
  const header = headers.find(({ name, enabled }) => enabled && name.toLowerCase() === 'authorization')
  const id = /^bearer +\{\{\$oauth2\.([^{}]+)\.access_token\}\}$/i.exec(header?.value.trim() ?? '')?.[1]
  const client = id === undefined ? null : (byId.get(id) ?? null)
  return client === null ? null : { kind: 'client', client }
}
