import { mostImported } from '../../../../vocabulary/import-formats.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import type { BrunoBody, BrunoCollection, BrunoFolder, BrunoLevel, BrunoRequest } from './bruno-collection.ts'
import { proxyOf } from './bruno-proxy.ts'
import { emptyCollection } from './bruno-folder.ts'
import { authOf } from './exported-auth.ts'
import { certificatesOf, environmentOf, environmentsOf } from './opencollection/oc-collection.ts'
import { pairOf, type Placed, variableNotes, variablesOf, within } from './opencollection/oc-level.ts'
import { chosenFile, partOf } from './opencollection/oc-request.ts'
import { unusedOf } from './unused.ts'
import { itemsAt, textAt, valueAt } from './values.ts'

/** A collection as Bruno exports it in one JSON file. */
export function exportedCollection(file: ParsedFile): BrunoCollection {
  const all: Placed = file
  const config = within(all, 'brunoConfig')
  const certificates = within(config, 'clientCertificates')
  return {
    name: textAt(file.value, 'name') || textAt(config.value, 'name'),
    version: textAt(file.value, 'version'),
    root: levelOf(within(all, 'root')),
    items: itemsOf(within(all, 'items'), 0),
    environments: environmentsOf(within(all, 'environments')),
    certificates: valueAt(certificates.value, 'enabled') === false ? [] : certificatesOf(within(certificates, 'certs')),
    proxy: proxyOf(valueAt(config.value, 'proxy')),
    dotenv: [],
    notes: [],
  }
}

function itemsOf(list: Placed, depth: number): (BrunoFolder | BrunoRequest)[] {
  if (depth > mostImported.depth)
    throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
  return itemsAt(list.value).map(({ members, index }) => {
    const item = within(list, index)
    return textAt(members, 'type') === 'folder' ? folderOf(item, depth) : requestOf(item)
  })
}

const folderOf = (item: Placed, depth: number): BrunoFolder => ({
  ...levelOf(within(item, 'root')),
  kind: 'folder',
  name: textAt(item.value, 'name'),
  order: orderOf(item.value),
  items: itemsOf(within(item, 'items'), depth + 1),
})

/** Items without an order come after those that have one. */
function orderOf(members: unknown): number {
  const seq: unknown = valueAt(members, 'seq') ?? valueAt(members, 'root', 'meta', 'seq')
  return typeof seq === 'number' ? seq : Number.MAX_SAFE_INTEGER
}

function levelOf(root: Placed): BrunoLevel {
  return { ...levelOfRequest(within(root, 'request')), docs: textAt(root.value, 'docs') }
}

function levelOfRequest(request: Placed): BrunoLevel {
  const variables = within(request, 'vars', 'req')
  const answers = within(request, 'vars', 'res')
  const scripts = [
    valueAt(request.value, 'script', 'req'),
    valueAt(request.value, 'script', 'res'),
    valueAt(request.value, 'tests'),
  ]
  return {
    auth: authOf(within(request, 'auth')),
    headers: itemsAt(request.value, 'headers').map(pairOf),
    variables: variablesOf(variables),
    scripts: scripts.filter((script) => textAt(script).trim() !== '').length,
    docs: textAt(request.value, 'docs'),
    notes: [
      ...variableNotes(variables),
      ...variablesOf(answers).map(
        ({ name }) =>
          ({ fact: { code: 'value_of_answer', evidence: { text: `{{${name}}}` } }, place: answers.at() }) as const,
      ),
    ],
    place: request.at(),
  }
}

function requestOf(item: Placed): BrunoRequest {
  const request = within(item, 'request')
  const level = levelOfRequest(request)
  const type = textAt(item.value, 'type').replace(/-request$/, '')
  const parameters = itemsAt(request.value, 'params')
  const ofType = (type: string) =>
    parameters.filter(({ members }) => (textAt(members, 'type') || 'query') === type).map(pairOf)
  const redirects: unknown = valueAt(item.value, 'settings', 'followRedirects')
  const assertions = within(request, 'assertions')
  return {
    ...level,
    notes: [...level.notes, ...unusedOf(valueAt(item.value, 'settings'), valueAt(item.value, 'examples'), item.at())],
    auth: level.auth ?? { mode: 'none', values: new Map(), parameters: [], place: request.at() },
    kind: 'request',
    type,
    name: textAt(item.value, 'name'),
    order: orderOf(item.value),
    method: textAt(request.value, 'method') || 'GET',
    url: textAt(request.value, 'url'),
    path: ofType('path'),
    query: ofType('query'),
    body: bodyOf(valueAt(request.value, 'body')),
    assertions: itemsAt(assertions.value).map((found) =>
      Object.assign(pairOf(found), { place: assertions.at(found.index) }),
    ),
    followRedirects: typeof redirects === 'boolean' ? redirects : null,
  }
}

function bodyOf(body: unknown): BrunoBody {
  const mode = textAt(body, 'mode')
  switch (mode) {
    case 'json':
    case 'text':
    case 'xml':
    case 'sparql':
      return { kind: 'text', type: mode, text: textAt(body, mode) }
    case 'graphql':
      return {
        kind: 'graphql',
        query: textAt(body, 'graphql', 'query'),
        variables: textAt(body, 'graphql', 'variables'),
      }
    case 'formUrlEncoded':
      return { kind: 'form', fields: itemsAt(body, 'formUrlEncoded').map(pairOf) }
    case 'multipartForm':
      return { kind: 'multipart', parts: itemsAt(body, 'multipartForm').map(partOf) }
    case 'file':
      return chosenFile(itemsAt(body, 'file'))
    default:
      return { kind: 'none' }
  }
}

/** The environments that Bruno exports apart from a collection, one or several. */
export function exportedEnvironments(file: ParsedFile): BrunoCollection {
  const all: Placed = file
  const list = within(all, 'environments')
  return {
    ...emptyCollection(file.at()),
    name: '',
    environments: Array.isArray(list.value) ? environmentsOf(list) : [environmentOf(all, '')],
  }
}

export const isExportedEnvironment = (value: unknown): boolean => textAt(value, 'info', 'type') === 'bruno-environment'

/** By what no export of another tool has. */
export function isExported(value: unknown): boolean {
  const items = itemsAt(value, 'items')
  if (items.length === 0 && valueAt(value, 'items') === undefined) return false
  if (valueAt(value, 'brunoConfig') !== undefined) return true
  return (
    valueAt(value, 'info') === undefined &&
    textAt(value, 'name') !== '' &&
    items.some(({ members }) => /^(?:http|graphql|grpc|ws)(?:-request)?$|^folder$/.test(textAt(members, 'type')))
  )
}
