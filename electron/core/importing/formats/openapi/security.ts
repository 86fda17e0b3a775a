import type { ApiHeader, QueryParameter } from '../../../../contract/api-call.ts'
import type { DraftAuthorization, DraftClient, DraftVariable } from '../../drafts/import-draft.ts'
import { otherAuthorization, otherGrant } from '../support/authentication.ts'
import { variable, variableName } from './braces.ts'
import type { Description } from './description.ts'
import { itemsOf, memberOf, membersOf, type Part } from './part.ts'
import type { Scheme } from './schemes.ts'

/** One way in: all of its schemes together, with the scopes that each needs. */
export type Requirement = readonly { name: string; scheme: Scheme | undefined; scopes: readonly string[]; part: Part }[]

/** More ways in than this are not looked at. */
const mostAlternatives = 50

/** What an operation or the document says of security; null where it says nothing. */
export function requirementsOf(owner: Part, schemes: ReadonlyMap<string, Scheme>): Requirement[] | null {
  const security = memberOf(owner, 'security')
  if (!Array.isArray(security.value)) return null
  return itemsOf(security, mostAlternatives).map((alternative) =>
    membersOf(alternative).map(([name, part]) => {
      const scheme = schemes.get(name) ?? sameButForCase(name, schemes)
      const scopes: string[] = Array.isArray(part.value) ? part.value.filter((scope) => typeof scope === 'string') : []
      return { name: scheme?.name ?? name, scheme, scopes, part }
    }),
  )
}

/** Descriptions name `OAuth2` and have `oauth2`. */
const sameButForCase = (name: string, schemes: ReadonlyMap<string, Scheme>): Scheme | undefined =>
  [...schemes.values()].find((scheme) => scheme.name.toLowerCase() === name.toLowerCase())

/** Of alternatives, the one that this app does best: a client of ours, any token, nothing at all, a key, all else. */
export function bestOf(requirements: readonly Requirement[]): Requirement | null {
  const ranks = requirements.map(rankOf)
  return requirements[ranks.indexOf(lowest(ranks))] ?? null
}

function rankOf(requirement: Requirement): number {
  if (requirement.length === 0) return 3
  const ranks = requirement.map(({ scheme }) => {
    switch (scheme?.kind) {
      case 'oauth':
        return scheme.flow === null ? 5 : 0
      case 'discovery':
        return 1
      case 'bearer':
        return 2
      case 'key':
        return scheme.in === 'cookie' ? 6 : 4
      case 'basic':
        return 5
      default:
        return 6
    }
  })
  return lowest(ranks)
}

const lowest = (ranks: readonly number[]): number => ranks.reduce((one, other) => Math.min(one, other), Infinity)

/** What goes along with a call, and the rows that carry it. */
export interface CallSecurity {
  authorization: DraftAuthorization
  scopes: readonly string[]
  headers: readonly ApiHeader[]
  query: readonly QueryParameter[]
  variables: readonly DraftVariable[]
}

const nothing: CallSecurity = { authorization: { kind: 'none' }, scopes: [], headers: [], query: [], variables: [] }

/** The clients of a document, by the names of their schemes. */
export interface Clients {
  byScheme: ReadonlyMap<string, DraftClient>
  /** The only one, which no operation names: many descriptions have it, and never say which calls it is for. */
  unnamed: DraftClient | null
}

export function securityOf(
  requirements: readonly Requirement[] | null,
  { byScheme, unnamed }: Clients,
  { notes }: Description,
  call: string,
): CallSecurity {
  if (requirements === null)
    return { ...nothing, authorization: unnamed === null ? { kind: 'unsaid' } : { kind: 'client', client: unnamed } }
  const requirement = bestOf(requirements) ?? []
  const headers: ApiHeader[] = []
  const query: QueryParameter[] = []
  const variables: DraftVariable[] = []
  const scopes: string[] = []
  const authorizations: DraftAuthorization[] = []
  for (const { name, scheme, scopes: needed, part } of requirement) {
    const client = byScheme.get(name)
    if (client !== undefined || scheme?.kind === 'bearer') for (const one of needed) scopes.push(one)
    if (client !== undefined) authorizations.unshift({ kind: 'client', client })
    else if (scheme === undefined) {
      notes.add({ code: 'reference_missing', evidence: { reference: name } }, part, call)
      authorizations.push({ kind: 'unsaid' })
    } else if (scheme.kind === 'bearer' && unnamed !== null) authorizations.push({ kind: 'client', client: unnamed })
    else if (scheme.kind === 'bearer' && byScheme.size === 0) {
      authorizations.push({ kind: 'unsaid' })
      headers.push({ name: 'Authorization', value: 'Bearer {{token}}', enabled: true })
    } else if (scheme.kind === 'key' && scheme.in !== 'cookie') {
      variables.push({ name: variableName(scheme.key), value: '', secret: true })
      if (scheme.in === 'header') headers.push({ name: scheme.key, value: variable(scheme.key), enabled: true })
      else query.push({ name: encodeURIComponent(scheme.key), value: variable(scheme.key), enabled: true })
    } else {
      authorizations.push(otherOf(scheme))
      if (requirement.length > 1) notes.add({ code: 'not_used', evidence: { name } }, part, call)
    }
  }
  const [authorization = { kind: 'none' }] = authorizations
  return { authorization, scopes: [...new Set(scopes)], headers, query, variables }
}

function otherOf(scheme: Scheme): DraftAuthorization {
  switch (scheme.kind) {
    case 'oauth':
      return otherGrant(scheme.grants.join(', '))
    case 'basic':
    case 'bearer':
      return otherAuthorization(scheme.kind)
    case 'key':
      return otherAuthorization(`Cookie ${scheme.key}`)
    case 'other':
      return otherAuthorization(scheme.type)
    default:
      return otherAuthorization(scheme.name)
  }
}
