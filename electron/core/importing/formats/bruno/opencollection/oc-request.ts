import type { BrunoBody, BrunoPart, BrunoRequest } from '../bruno-collection.ts'
import { textOrJson } from '../../support/values.ts'
import { type Item, itemsAt, textAt, valueAt } from '../values.ts'
import { unusedOf } from '../unused.ts'
import { levelOf, pairOf, type Placed, within } from './oc-level.ts'

/** Where the request of each type is; scripts and pages are none. */
const protocols = ['http', 'graphql', 'grpc', 'websocket'] as const

export function typeOf({ value }: Placed): string {
  const said = textAt(value, 'info', 'type') || textAt(value, 'type')
  if (said !== '') return said
  if (Array.isArray(valueAt(value, 'items'))) return 'folder'
  return protocols.find((name) => valueAt(value, name) !== undefined) ?? ''
}

export function requestOf(item: Placed, fallbackName: string): BrunoRequest {
  const type = typeOf(item)
  const at = protocols.find((name) => name === type) ?? 'http'
  const request = within(item, at)
  const runtime = within(item, 'runtime')
  // In the first preview of the format it was with the scripts.
  const auth = within(request, 'auth').value === undefined ? within(runtime, 'auth') : within(request, 'auth')
  const level = levelOf(runtime, auth, within(request, 'headers'), valueAt(item.value, 'docs'))
  const parameters = itemsAt(request.value, 'params')
  const ofType = (type: string) =>
    parameters.filter(({ members }) => (textAt(members, 'type') || 'query') === type).map(pairOf)
  const redirects = valueAt(item.value, 'settings', 'followRedirects')
  const assertions = within(runtime, 'assertions')
  return {
    ...level,
    notes: [...level.notes, ...unusedOf(valueAt(item.value, 'settings'), valueAt(item.value, 'examples'), item.at())],
    kind: 'request',
    type,
    name: textAt(item.value, 'info', 'name') || fallbackName,
    order: orderOf(item.value),
    place: item.at(),
    auth: level.auth ?? { mode: 'none', values: new Map(), parameters: [], place: item.at() },
    docs:
      level.docs || textAt(item.value, 'info', 'description') || textAt(item.value, 'info', 'description', 'content'),
    method: textAt(request.value, 'method') || (type === 'graphql' ? 'POST' : 'GET'),
    url: textAt(request.value, 'url'),
    path: ofType('path'),
    query: ofType('query'),
    body:
      type === 'graphql'
        ? graphqlOf(valueAt(request.value, 'body'))
        : bodyOf(chosenBody(valueAt(request.value, 'body'))),
    assertions: itemsAt(assertions.value).map(({ members, index }) => ({
      name: textAt(members, 'expression'),
      value: `${textAt(members, 'operator')} ${textAt(members, 'value')}`.trim(),
      enabled: valueAt(members, 'disabled') !== true,
      place: assertions.at(index),
    })),
    followRedirects: typeof redirects === 'boolean' ? redirects : null,
  }
}

/** Items without an order come after those that have one. */
export function orderOf(value: unknown): number {
  const seq: unknown = valueAt(value, 'info', 'seq')
  return typeof seq === 'number' ? seq : Number.MAX_SAFE_INTEGER
}

/** A body may be a list of variants, of which one is selected. */
function chosenBody(body: unknown): unknown {
  const variants = itemsAt(body)
  if (variants.length === 0) return body
  const chosen = variants.find(({ members }) => valueAt(members, 'selected') === true) ?? variants[0]
  return valueAt(chosen?.members, 'body')
}

function graphqlOf(body: unknown): BrunoBody {
  return { kind: 'graphql', query: textAt(body, 'query'), variables: textOrJson(valueAt(body, 'variables')) }
}

function bodyOf(body: unknown): BrunoBody {
  const type = textAt(body, 'type')
  switch (type) {
    case 'json':
    case 'text':
    case 'xml':
    case 'sparql':
      return { kind: 'text', type, text: textAt(body, 'data') }
    case 'form-urlencoded':
      return { kind: 'form', fields: itemsAt(body, 'data').map(pairOf) }
    case 'multipart-form':
      return { kind: 'multipart', parts: itemsAt(body, 'data').map(partOf) }
    case 'file':
      return chosenFile(itemsAt(body, 'data'))
    default:
      return { kind: 'none' }
  }
}

/** Of several files the one that is selected, or the first. */
export function chosenFile(files: readonly Item[]): BrunoBody {
  const chosen = files.find(({ members }) => valueAt(members, 'selected') === true) ?? files[0]
  return {
    kind: 'file',
    path: textAt(chosen?.members, 'filePath'),
    contentType: textAt(chosen?.members, 'contentType'),
  }
}

export function partOf(item: Item): BrunoPart {
  const isFile = textAt(item.members, 'type') === 'file'
  const value: unknown = valueAt(item.members, 'value')
  const paths = Array.isArray(value) ? value.map((path) => textAt(path)) : [textAt(value)]
  return Object.assign(pairOf(item), {
    value: isFile ? '' : textAt(value),
    files: isFile ? paths.filter((path) => path !== '') : null,
    contentType: textAt(item.members, 'contentType'),
  })
}
