import type { ApiBody, ApiHeader } from '../../../../contract/api-call.ts'
import type { ImportFact, ImportNote, ImportPlace } from '../../../../contract/import-note.ts'
import type { Assertion } from '../../../../contract/assertion.ts'
import type { DraftAuthorization, DraftCall, DraftClient, ImportDraft } from '../../drafts/import-draft.ts'
import { addressesOf } from './bruno-addresses.ts'
import { assertionName, assertionOf } from './bruno-assertions.ts'
import { addedBy, effectiveAuth, isClient } from './bruno-authorization.ts'
import { certificateFor, withCertificate } from './bruno-certificates.ts'
import { readClient } from './bruno-client.ts'
import type { BrunoAuth, BrunoCollection, BrunoFolder, BrunoLevel, BrunoRequest } from './bruno-collection.ts'
import { addressOf, bodyOf, headersOf } from './bruno-request.ts'
import { BrunoTexts, generatedIn } from './bruno-texts.ts'

/** A request with all that it is in. */
interface Found {
  request: BrunoRequest
  folders: readonly string[]
  /** The collection and the folders, from the outermost on. */
  levels: readonly BrunoLevel[]
  auth: BrunoAuth | null
}

/** What Bruno's collection says, in our words. */
export function draftOf(collection: BrunoCollection): ImportDraft {
  const texts = new BrunoTexts(collection)
  const notes: ImportNote[] = []
  const note = (fact: ImportFact, place: ImportPlace, call = '') => notes.push({ fact, place, call })
  const { requests, levels } = requestsOf(collection)
  for (const { fact, place } of [...collection.notes, ...levels.flatMap((level) => level.notes)]) note(fact, place)
  const sets = collection.environments.map((environment) => {
    for (const { fact, place } of environment.notes) note(fact, place)
    const variables = environment.variables.map((variable) => texts.variable(variable))
    return { name: environment.name, place: environment.place, variables }
  })
  const common = collection.root.variables.map((variable) => texts.variable(variable))
  const taken = requests.filter(({ request }) => {
    const isTaken = request.type === 'http' || request.type === 'graphql'
    const name =
      request.type === 'ws' || request.type === 'websocket' ? 'WebSocket' : request.type === 'grpc' ? 'gRPC' : ''
    if (!isTaken && name !== '')
      note({ code: 'protocol_not_supported', evidence: { protocol: name } }, request.place, request.name)
    if (!isTaken && name === '')
      note({ code: 'not_used', evidence: { name: request.type || request.name } }, request.place, request.name)
    return isTaken
  })
  const clients = clientsOf(collection, taken, levels, texts, (text) => addressesOf(text, common, sets))
  for (const { fact, place } of clients.notes) note(fact, place)
  // One without an address only fetches the token.
  const sent = taken.filter(({ request, auth }) => request.url.trim() !== '' || !isClient(auth))
  const calls = sent.map((found) => callOf(found, texts, clients, note))
  const scripted = [...levels, ...requests.map(({ request }) => request)].filter(({ scripts }) => scripts > 0)
  const count = scripted.reduce((sum, { scripts }) => sum + scripts, 0)
  if (scripted[0] !== undefined) note({ code: 'scripts_not_run', evidence: { count } }, scripted[0].place)
  for (const { docs, place } of levels)
    if (docs.trim() !== '') note({ code: 'not_used', evidence: { name: 'docs' } }, place)
  const used = new Set(
    calls.flatMap(({ authorization }) => (authorization.kind === 'client' ? [authorization.client] : [])),
  )
  return {
    format: 'bruno',
    version: collection.version,
    name: collection.name,
    clients: [...clients.all].filter((client) => !used.has(client)),
    calls,
    variables: [...texts.processVariables, ...common],
    variableSets: sets,
    notes,
  }
}

/** In the order of Bruno: folders first, each by its number. */
function requestsOf({ root, items }: BrunoCollection): { requests: Found[]; levels: BrunoLevel[] } {
  const requests: Found[] = []
  const all: BrunoLevel[] = [root]
  const visit = (
    items: readonly (BrunoFolder | BrunoRequest)[],
    folders: readonly string[],
    levels: readonly BrunoLevel[],
  ) => {
    const ordered = items.toSorted((a, b) => a.order - b.order)
    for (const item of ordered)
      if (item.kind === 'folder') {
        all.push(item)
        visit(item.items, [...folders, item.name], [...levels, item])
      }
    for (const item of ordered)
      if (item.kind === 'request')
        requests.push({ request: item, folders, levels, auth: effectiveAuth(item.auth, levels) })
  }
  visit(items, [], [root])
  return { requests, levels: all }
}

interface Clients {
  all: ReadonlySet<DraftClient>
  byAuth: ReadonlyMap<BrunoAuth, DraftClient>
  /** By the name of its token; null where several have one name. */
  byId: ReadonlyMap<string, DraftClient | null>
  notes: readonly { fact: ImportFact; place: ImportPlace }[]
}

/** Of requests, and of folders and the collection, whether a request takes them or not. */
function clientsOf(
  { certificates, proxy, root }: BrunoCollection,
  requests: readonly Found[],
  levels: readonly BrunoLevel[],
  texts: BrunoTexts,
  addresses: (text: string) => readonly string[],
): Clients {
  const notes: Clients['notes'][number][] = []
  const urls = Map.groupBy(requests, ({ auth }) => auth)
  const auths = new Set([...levels.map(({ auth }) => auth), ...requests.map(({ auth }) => auth)].filter(isClient))
  const byAuth = new Map<BrunoAuth, DraftClient>()
  const byId = new Map<string, DraftClient | null>()
  const given = new Set<object>()
  for (const auth of auths) {
    const read = readClient(auth, texts, proxy)
    notes.push(...read.notes)
    const used =
      certificates.length === 0
        ? []
        : [
            read.client.settings.token_endpoint ?? '',
            ...new Set((urls.get(auth) ?? []).map(({ request }) => texts.ours(request.url))),
          ]
    const certificate = certificateFor(used.flatMap(addresses), certificates, texts)
    if (certificate !== undefined) given.add(certificate)
    const client = certificate === undefined ? read.client : withCertificate(read.client, certificate, texts)
    byAuth.set(auth, client)
    byId.set(read.id, byId.has(read.id) ? null : client)
  }
  const all = new Set(byAuth.values())
  for (const certificate of certificates) {
    const { place } = certificate
    for (const path of [certificate.certificate, certificate.key])
      if (path !== '') notes.push({ fact: { code: 'file_not_read', evidence: { name: path } }, place })
    if (byAuth.size === 0) all.add(withCertificate({ name: '', place, settings: {}, secrets: {} }, certificate, texts))
    else if (!given.has(certificate))
      notes.push({ fact: { code: 'not_used', evidence: { name: certificate.domain } }, place })
  }
  if (proxy !== null && byAuth.size === 0)
    notes.push({ fact: { code: 'not_used', evidence: { name: 'proxy' } }, place: root.place })
  return { all, byAuth, byId, notes }
}

function callOf(
  { request, folders, levels, auth }: Found,
  texts: BrunoTexts,
  clients: Clients,
  note: (fact: ImportFact, place: ImportPlace, call: string) => void,
): DraftCall {
  const { place, name } = request
  const client = auth === null ? undefined : clients.byAuth.get(auth)
  const added = addedBy(client === undefined ? auth : null, texts)
  const { url, query, variables } = addressOf(request, texts)
  const { body, files } = bodyOf(request.body, texts)
  const own = headersOf(levels, request, texts)
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
  const written = [url, ...[...query, ...headers].map(({ value }) => value ?? ''), ...textsOfBody(body)]
  for (const text of generatedIn(written)) note({ code: 'generated_value', evidence: { text } }, place, name)
  const authorization: DraftAuthorization =
    client === undefined ? (tokenOf(headers, clients.byId) ?? added.authorization) : { kind: 'client', client }
  return {
    place,
    name,
    folders,
    notes: request.docs,
    method: request.method.toUpperCase(),
    url,
    query: [...query, ...added.query],
    ...withContentType(headers, body),
    authorization,
    ...(request.followRedirects === null ? {} : { followRedirects: request.followRedirects }),
    scope: '',
    assertions,
    variables: [
      ...[...levels.slice(1), request].flatMap((level) => level.variables.map((variable) => texts.variable(variable))),
      ...variables,
    ],
  }
}

/** A text has its content type with it, and needs no header for it. */
function withContentType(headers: readonly ApiHeader[], body: ApiBody): Pick<DraftCall, 'headers' | 'body'> {
  const header = headers.find(({ name, enabled }) => enabled && name.toLowerCase() === 'content-type')
  if (body.kind !== 'text' || header === undefined) return { headers, body }
  return { headers: headers.filter((one) => one !== header), body: { ...body, contentType: header.value } }
}

function textsOfBody(body: DraftCall['body']): string[] {
  if (body.kind === 'json' || body.kind === 'text') return [body.text]
  if (body.kind === 'form') return body.fields.map(({ value }) => value)
  return body.kind === 'multipart' ? body.parts.map((part) => (part.kind === 'text' ? part.value : '')) : []
}

/** The client whose token a header names, as in `Bearer {{$oauth2.credentials.access_token}}`. */
function tokenOf(headers: DraftCall['headers'], byId: Clients['byId']): DraftAuthorization | null {
  const header = headers.find(({ name, enabled }) => enabled && name.toLowerCase() === 'authorization')
  const id = /^bearer +\{\{\$oauth2\.([^{}]+)\.access_token\}\}$/i.exec(header?.value.trim() ?? '')?.[1]
  const client = id === undefined ? null : (byId.get(id) ?? null)
  return client === null ? null : { kind: 'client', client }
}
