import { isMembers, memberNamed, type Members } from '../../../json/json-members.ts'
import { mostImported } from '../../../../vocabulary/import-formats.ts'
import type { ParsedFile } from '../../drafts/import-file.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import { entriesNamed, membersNamed, switchNamed, textNamed } from '../given.ts'
import { redirectsOf } from './export-4.ts'
import { type BaseEnvironment, type Given, type Item, type Other, protocolOf, type Workspace } from './workspace.ts'

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
  const items = entriesNamed(members, list).map(({ entry, index }) =>
    itemOf({ members: entry, at: (...steps) => at(list, index, ...steps) }, depth),
  )
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
function environmentsOf({ members, at }: Given): BaseEnvironment[] {
  const given = memberNamed(members, 'environments')
  if (isMembers(given)) return [baseOf({ members: given, at: (...steps) => at('environments', ...steps) })]
  return entriesNamed(members, 'environments').map(({ entry, index }) =>
    baseOf({ members: entry, at: (...steps) => at('environments', index, ...steps) }),
  )
}

const baseOf = ({ members, at }: Given): BaseEnvironment => ({
  members,
  at,
  name: textNamed(members, 'name'),
  subEnvironments: entriesNamed(members, 'subEnvironments').map(({ entry, index }) => ({
    members: entry,
    at: (...steps) => at('subEnvironments', index, ...steps),
    name: textNamed(entry, 'name'),
  })),
})

/** By the words of version 4. */
function othersOf({ members, at }: Given, kind: string): Other[] {
  const others: Other[] = []
  const add = (name: string, word: string) => {
    if (Object.hasOwn(members, name))
      others.push({ members: membersNamed(members, name), at: (...steps) => at(name, ...steps), kind: word })
  }
  add('spec', 'api_spec')
  add('cookieJar', 'cookie_jar')
  add('testSuites', 'unit_test_suite')
  if (kind.startsWith('mock')) add('routes', 'mock_server')
  if (kind.startsWith('mcp')) others.push({ members, at, kind: 'mcp_request' })
  const certificates = entriesNamed(members, 'certificates').map(({ entry, index }) => ({
    members: entry,
    at: (...steps: readonly (string | number)[]) => at('certificates', index, ...steps),
    kind: 'ca_certificate',
  }))
  return [...others, ...certificates]
}
