import type { ApiBody, ApiHeader, QueryParameter } from '../../../../contract/api-call.ts'
import type { DraftCall, DraftVariable } from '../../drafts/import-draft.ts'
import { braced } from './braces.ts'
import { type Bodies, mediaTypesOf } from './body.ts'
import type { Description } from './description.ts'
import { foldersOf, nameOf, type Operation } from './operations.ts'
import { headersOf, type Parameter, parametersOf, pathValuesOf, queryOf } from './parameters.ts'
import { memberOf, membersOf, placeOf, textAt } from './part.ts'
import { type Clients, type Requirement, securityOf } from './security.ts'

/** An operation with all that was found out of it before calls are made. */
export interface ReadOperation {
  operation: Operation
  requirements: readonly Requirement[] | null
  /** With variables, such as `{{baseUrl}}`. */
  base: string
}

export interface CallContext {
  description: Description
  clients: Clients
  bodies: Bodies
  tagParents: ReadonlyMap<string, string>
}

/** A call, with the values of the variables in its path and those of the keys that it sends. */
export interface MadeCall {
  call: DraftCall
  pathValues: ReadonlyMap<string, string>
  keys: readonly DraftVariable[]
}

export function callOf({ operation, requirements, base }: ReadOperation, context: CallContext): MadeCall {
  const { description, clients, bodies } = context
  const { part, path, method } = operation
  const name = nameOf(operation)
  const parameters = parametersOf(operation, description)
  const security = securityOf(requirements, clients, description, name)
  for (const { in: place, name: cookie, part: parameter } of parameters)
    if (place === 'cookie') description.notes.add({ code: 'not_used', evidence: { name: cookie } }, parameter, name)
  const body = bodies.bodyOf(operation, parameters, name)
  const call: DraftCall = {
    place: placeOf(part),
    name,
    folders: foldersOf(operation, context.tagParents),
    notes: textAt(part, 'description').trim(),
    method,
    url: `${base}${braced(path.split('#')[0] ?? '')}`,
    query: together<QueryParameter>(security.query, queryOf(parameters, description)),
    headers: together<ApiHeader>(
      [...security.headers, ...bearerOf(parameters, requirements), ...acceptOf(operation, description)],
      headersOf(parameters, description),
    ),
    body,
    authorization: isTokenRequest(body) ? { kind: 'unsaid' } : security.authorization,
    scope: security.scopes.join(' '),
    assertions: [],
    variables: [],
  }
  return { call, pathValues: pathValuesOf(path, parameters, description), keys: security.variables }
}

/** Its client authenticates by what it sends; the description's scheme is not one of the API. */
const isTokenRequest = (body: ApiBody): boolean =>
  body.kind === 'form' && body.fields.some(({ name }) => name === 'grant_type')

/** Rows of security first; a parameter of the same name is the same row. */
function together<Row extends { name: string }>(first: readonly Row[], then: readonly Row[]): Row[] {
  const names = new Set(first.map(({ name }) => name.toLowerCase()))
  return [...first, ...then.filter(({ name }) => !names.has(name.toLowerCase()))]
}

/** Where no security is described, a parameter Authorization says that a token goes along. */
function bearerOf(parameters: readonly Parameter[], requirements: readonly Requirement[] | null): ApiHeader[] {
  const named = parameters.find(
    (parameter) => parameter.in === 'header' && parameter.name.toLowerCase() === 'authorization',
  )
  if (
    named === undefined ||
    requirements !== null ||
    /\bbasic\b/i.test(textAt(named.part, 'description').slice(0, 1000))
  )
    return []
  return [{ name: 'Authorization', value: 'Bearer {{token}}', enabled: true }]
}

/** Only where the answer can be something else than JSON, or one of several. */
function acceptOf({ part }: Operation, { format, root, follow }: Description): ApiHeader[] {
  const responses = membersOf(memberOf(part, 'responses'))
  const [, success] = responses.find(([status]) => status.startsWith('2')) ?? []
  const content = success === undefined ? [] : membersOf(memberOf(follow(success), 'content')).map(([type]) => type)
  const types = format === 'swagger' ? mediaTypesOf(part, root, 'produces') : content
  const [first] = types
  if (first === undefined || first.includes('*')) return []
  const json = types.find((type) => /^application\/json(?:;|$)/i.test(type))
  return json !== undefined && types.length === 1 ? [] : [{ name: 'Accept', value: json ?? first, enabled: true }]
}
