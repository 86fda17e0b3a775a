import type { DraftClient, ImportDraft } from '../../drafts/import-draft.ts'
import { bodiesOf } from './body.ts'
import { callOf, type ReadOperation } from './calls.ts'
import { clientOf, withTokenUrls } from './clients.ts'
import type { Description } from './description.ts'
import { countOfCallbacks, operationsOf, tagParents } from './operations.ts'
import { itemsOf, memberOf, membersOf, textAt } from './part.ts'
import { bestOf, requirementsOf } from './security.ts'
import { type Scheme, schemesOf } from './schemes.ts'
import { basesOf } from './bases.ts'
import type { Server } from './servers.ts'
import { withVariables } from './variables.ts'

/** What a description says: a client for each scheme of ours, a set for each server, a call for each operation. */
export function draftOf(description: Description): ImportDraft {
  const { format, version, root, notes } = description
  const schemes = schemesOf(description)
  const operations = operationsOf(description)
  const ofDocument = requirementsOf(root, schemes)
  const bases = basesOf(operations, description)
  const read = operations.map((operation): ReadOperation => ({
    operation,
    requirements: requirementsOf(operation.part, schemes) ?? ofDocument,
    base: bases.baseOf(operation),
  }))
  const clients = clientsOf(read, schemes, bases.servers, description)
  const context = {
    description,
    clients: { byScheme: clients, unnamed: unnamedOf(read, clients) },
    bodies: bodiesOf(description),
    tagParents: tagParents(description),
  }
  const { calls, variables } = withVariables(read.map((one) => callOf(one, context)))
  const callbacks = countOfCallbacks(description, operations)
  if (callbacks > 0) notes.add({ code: 'callbacks_left_out', evidence: { count: callbacks } }, root)
  return {
    format,
    version,
    name: textAt(memberOf(root, 'info'), 'title').trim(),
    clients: [...clients.values()],
    calls,
    variables: [...bases.variables, ...variables],
    variableSets: withTokenUrls(bases.sets, bases.servers, schemes.values()),
    notes: notes.all(),
  }
}

/** By the names of their schemes. One of OpenID Connect is a client where calls use it: it may be there for people alone. */
function clientsOf(
  read: readonly ReadOperation[],
  schemes: ReadonlyMap<string, Scheme>,
  servers: readonly Server[],
  description: Description,
): ReadonlyMap<string, DraftClient> {
  const needed = new Map<string, Set<string>>()
  for (const { requirements } of read)
    for (const { name, scopes } of bestOf(requirements ?? []) ?? []) {
      const known = needed.get(name) ?? new Set()
      for (const scope of scopes) known.add(scope)
      needed.set(name, known)
    }
  const ofWebhooks = webhookSchemes(description)
  return new Map(
    [...schemes].flatMap(([name, scheme]) => {
      const isUsed = needed.has(name) || (scheme.kind !== 'discovery' && !ofWebhooks.has(name))
      const client = isUsed ? clientOf(scheme, servers, needed, description) : null
      return client === null ? [] : [[name, client]]
    }),
  )
}

function unnamedOf(read: readonly ReadOperation[], clients: ReadonlyMap<string, DraftClient>): DraftClient | null {
  const [only = null] = clients.size === 1 ? clients.values() : []
  const isNamed = read.some(({ requirements }) => bestOf(requirements ?? [])?.some(({ name }) => clients.has(name)))
  return isNamed ? null : only
}

/** Schemes by which the server of the API is a client itself. */
const webhookSchemes = ({ root }: Description): ReadonlySet<string> =>
  new Set(
    membersOf(memberOf(root, 'webhooks'))
      .flatMap(([, webhook]) => membersOf(webhook))
      .flatMap(([, operation]) => itemsOf(memberOf(operation, 'security'), 50))
      .flatMap((requirement) => membersOf(requirement).map(([name]) => name)),
  )
