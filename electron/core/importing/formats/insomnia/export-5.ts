import { isMembers, memberNamed, type Members } from '../../../json/json-members.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { type Given, givenNamed, givensNamed, membersNamed, switchNamed, textNamed } from '../support/given.ts'
import { redirectsOf } from './export-4.ts'
import { type BaseEnvironment, type Item, type Other, protocolOf, type Workspace } from './workspace.ts'

const typePattern = /^(\w+)\.insomnia\.rest\/(5\S{0,10})$/

/** A file such as `type: collection.insomnia.rest/5.0`, of a collection, specification, environment or mock server. */
export const isExport5 = ({ value }: ParsedFile): boolean =>
  isMembers(value) && typePattern.test(textNamed(value, 'type'))

export function workspaceOfFile({ value, at }: ParsedFile): Workspace[] {
  if (!isMembers(value)) return []
  const [, kind = '', version = ''] = typePattern.exec(textNamed(value, 'type')) ?? []
  return [
    {
      members: value,
      at,
      version: textNamed(value, 'schema_version') || version,
      name: textNamed(value, 'name'),
      items: itemsNamed({ members: value, at }, 'collection', 0),
      environments: environmentsOf({ members: value, at }),
      others: othersOf({ members: value, at }, kind),
    },
  ]
}

function itemsNamed({ members, at }: Given, list: string, depth: number): Item[] {
  if (depth > mostImported.depth)
    throw new ImportRefused({ code: 'nested_too_deep', evidence: { most: mostImported.depth } })
  const items = givensNamed({ members, at }, list).map((given) => itemOf(given, depth))
  return items.toSorted((one, other) => one.order - other.order).map(({ item }) => item)
}

function itemOf({ members, at }: Given, depth: number): { item: Item; order: number } {
  const meta = membersNamed(members, 'meta')
  const scripts = membersNamed(members, 'scripts')
  const settings = membersNamed(members, 'settings')
  const order = memberNamed(meta, 'sortKey')
  const { kind, protocol } = kindOf(members)
  const item: Item = {
    members,
    at,
    kind,
    protocol,
    name: textNamed(members, 'name'),
    description: textNamed(meta, 'description'),
    scripts: ['preRequest', 'afterResponse'].filter((name) => textNamed(scripts, name).trim() !== '').length,
    followRedirects: redirectsOf(textNamed(settings, 'followRedirects')),
    resolvesBody: switchNamed(settings, 'renderRequestBody') !== false,
    children: kind === 'folder' ? itemsNamed({ members, at }, 'children', depth + 1) : [],
  }
  return { item, order: typeof order === 'number' && Number.isFinite(order) ? order : 0 }
}

/** Since schema 5.2 each says its type; before, ids and members tell. */
function kindOf(members: Members): Pick<Item, 'kind' | 'protocol'> {
  const type = textNamed(members, 'type')
  const id = textNamed(membersNamed(members, 'meta'), 'id')
  const has = (name: string): boolean => Object.hasOwn(members, name)
  const protocol = protocolOf(type) ?? protocolOfId(id)
  if (protocol !== null) return { kind: 'other_protocol', protocol }
  if (type === 'RequestGroup' || id.startsWith('fld_') || has('children')) return { kind: 'folder', protocol: '' }
  if (type === 'Request' || id.startsWith('req_') || has('method')) return { kind: 'request', protocol: '' }
  if (has('reflectionApi') || has('protoMethodName')) return { kind: 'other_protocol', protocol: 'gRPC' }
  if (has('eventListeners')) return { kind: 'other_protocol', protocol: 'Socket.IO' }
  if (/^wss?:/i.test(textNamed(members, 'url'))) return { kind: 'other_protocol', protocol: 'WebSocket' }
  return { kind: has('url') ? 'request' : 'folder', protocol: '' }
}

function protocolOfId(id: string): string | null {
  const [, prefix = ''] = /^(greq|ws-req|socketio-req|mcp-req)_/.exec(id) ?? []
  return { greq: 'gRPC', 'ws-req': 'WebSocket', 'socketio-req': 'Socket.IO', 'mcp-req': 'MCP' }[prefix] ?? null
}

/** One base environment with its sub environments; some write a list of environments. */
const environmentsOf = (file: Given): BaseEnvironment[] =>
  isMembers(memberNamed(file.members, 'environments'))
    ? [baseOf(givenNamed(file, 'environments'))]
    : givensNamed(file, 'environments').map(baseOf)

const baseOf = (given: Given): BaseEnvironment => ({
  ...named(given),
  subEnvironments: givensNamed(given, 'subEnvironments').map(named),
})

const named = ({ members, at }: Given): Given & { name: string } => ({ members, at, name: textNamed(members, 'name') })

/** By the words of version 4. */
function othersOf(file: Given, kind: string): Other[] {
  const other = (name: string, word: string): Other[] =>
    Object.hasOwn(file.members, name) ? [{ ...givenNamed(file, name), kind: word }] : []
  return [
    ...other('spec', 'api_spec'),
    ...other('cookieJar', 'cookie_jar'),
    ...other('testSuites', 'unit_test_suite'),
    ...(kind.startsWith('mock') ? other('routes', 'mock_server') : []),
    ...(kind.startsWith('mcp') ? [{ ...file, kind: 'mcp_request' }] : []),
    ...givensNamed(file, 'certificates').map(({ members, at }) => ({ members, at, kind: 'ca_certificate' })),
  ]
}
