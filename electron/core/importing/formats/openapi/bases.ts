import { hostOf } from '../../../../common/host-of.ts'
import type { DraftVariable, VariableSet } from '../../drafts/import-draft.ts'
import type { Description } from './description.ts'
import type { Operation } from './operations.ts'
import { memberOf, type Part, placeOf, textAt } from './part.ts'
import { isAbsolute, type Server, serversOf } from './servers.ts'

/** Where the operations of a description are. */
export interface Bases {
  /** Those of the document, with a host; each is a set. */
  servers: readonly Server[]
  sets: readonly VariableSet[]
  /** Of all sets. */
  variables: readonly DraftVariable[]
  baseOf: (operation: Operation) => string
}

/** Lists of servers that get a variable; what comes after them is written into its calls. */
const mostLists = 20

/** Servers of the document, else those that its first operation names; other lists of paths and operations are variables beside. */
export function basesOf(operations: readonly Operation[], description: Description): Bases {
  const { root } = description
  const lists = new Map<unknown, Server[]>()
  const listOf = (part: Part): Server[] => {
    const { value } = memberOf(part, 'servers')
    const known = lists.get(value)
    const list = known ?? serversOf(part, description)
    if (value !== undefined) lists.set(value, list)
    return list
  }
  const ofDocument = listOf(root)
  const ownOf = ({ part, pathItem }: Operation): Server[] => {
    if (part === root) return ofDocument
    const own = [part, pathItem].map((one) => (Array.isArray(memberOf(one, 'servers').value) ? listOf(one) : []))
    return own.find((list) => list.length > 0) ?? ofDocument
  }
  const [firstOperation] = operations
  const main = ofDocument.length === 0 && firstOperation !== undefined ? ownOf(firstOperation) : ofDocument
  const servers = withHost(main, description)
  const taken = new Set(operations.flatMap(({ path }) => path.match(/\{baseUrl\d*\}/g) ?? []))
  const name = taken.size === 0 ? 'baseUrl' : 'serverUrl'
  const others = new Map<string, { name: string; list: Server[] }>()
  const baseOf = (operation: Operation): string => {
    const own = ownOf(operation)
    const key = keyOf(own)
    const [first] = own
    if (key === keyOf(main)) return `{{${name}}}${servers.length === 0 ? (first?.url ?? '') : ''}`
    const known = others.get(key)
    if (known !== undefined) return `{{${known.name}}}`
    if (first === undefined || !isAbsolute(first.url)) return `{{${name}}}${first?.url ?? ''}`
    if (others.size === mostLists) return first.url
    const other = { name: `${name}${others.size + 2}`, list: own }
    others.set(key, other)
    return `{{${other.name}}}`
  }
  for (const operation of operations) baseOf(operation)
  const besides = [...others.values()]
  const varying = besides.filter(({ list }) => list.length > 1 && servers.length > 1)
  return {
    servers,
    sets: servers.map((server, index) => ({
      name: servers.length === 1 ? '' : server.name || hostOf(server.url),
      place: placeOf(server.part),
      variables: [
        valueOf(name, server.url),
        ...varying.map((other) => valueOf(other.name, (other.list[index] ?? other.list[0])?.url ?? '')),
        ...server.variables,
      ],
    })),
    variables: [
      ...(servers.length === 0 ? [valueOf(name, '')] : []),
      ...besides
        .filter((other) => !varying.includes(other))
        .map((other) => valueOf(other.name, other.list[0]?.url ?? '')),
    ],
    baseOf,
  }
}

const valueOf = (name: string, value: string): DraftVariable => ({ name, value, secret: false })

const keyOf = (list: readonly Server[]): string => list.map(({ url }) => url).join('\n')

/** Beside servers with a host, one without says where the description was published. */
function withHost(list: readonly Server[], { notes }: Description): Server[] {
  const found = list.filter(({ url }) => isAbsolute(url))
  if (found.length === 0) return []
  for (const { url, part } of list)
    if (!isAbsolute(url))
      notes.add({ code: 'not_a_url', evidence: { field: 'url', text: url || textAt(part, 'url') } }, part)
  return found
}
