import { newApiRequest, newCallLabel } from '../../../catalogue/new-api-request.ts'
import {
  apiCallSchema,
  apiHeaderSchema,
  apiPartSchema,
  queryParameterSchema,
  type ApiBody,
} from '../../../contract/api-call.ts'
import { assertionSchema } from '../../../contract/assertion.ts'
import type { ImportFact } from '../../../contract/import-note.ts'
import {
  listRules,
  mostApiHeaders,
  mostAssertions,
  mostFormFields,
  mostQueryParameters,
} from '../../../vocabulary/api-request-rules.ts'
import type { SharedEnvironment } from '../../shared-file/shared-file.ts'

export type SharedCall = SharedEnvironment['apiCalls'][number]

/** In the place of a URL that cannot be kept: a call has one, and a person gives it. */
const unknownUrl = '{{url}}'

const callSchema = apiCallSchema.omit({ environmentId: true })

/** The call with every part that breaks a rule of this app left out, and what was. */
export function validCall(call: SharedCall): { call: SharedCall; facts: ImportFact[] } {
  const whole = callSchema.safeParse(call)
  if (whole.success) return { call: whole.data, facts: [] }
  const facts: ImportFact[] = []
  const leftOut = (field: string, problem = '') => facts.push({ code: 'value_left_out', evidence: { field, problem } })
  const rows = <Row>(
    field: 'query' | 'headers' | 'assertions' | 'fields',
    all: readonly Row[],
    most: number,
    problem: (row: Row) => string | null,
  ) => {
    const valid = all.filter((row) => {
      const found = problem(row)
      if (found !== null) leftOut(field === 'fields' ? 'body' : field, found)
      return found === null
    })
    if (valid.length > most) leftOut(field === 'fields' ? 'body' : field, listRules[field])
    return valid.slice(0, most)
  }
  const body = (given: ApiBody): ApiBody => {
    switch (given.kind) {
      case 'form':
        return {
          kind: 'form',
          fields: rows('fields', given.fields, mostFormFields, (field) =>
            problemOf(apiPartSchema.safeParse({ kind: 'text', contentType: '', ...field })),
          ),
        }
      case 'multipart':
        return {
          kind: 'multipart',
          parts: rows('fields', given.parts, mostFormFields, (part) => problemOf(apiPartSchema.safeParse(part))),
        }
      default:
        return given
    }
  }
  const listed: SharedCall = {
    ...call,
    query: rows('query', call.query, mostQueryParameters, (row) => problemOf(queryParameterSchema.safeParse(row))),
    headers: rows('headers', call.headers, mostApiHeaders, (row) => problemOf(apiHeaderSchema.safeParse(row))),
    assertions: rows('assertions', call.assertions, mostAssertions, (row) => problemOf(assertionSchema.safeParse(row))),
    body: body(call.body),
  }
  const again = callSchema.safeParse(listed)
  if (again.success) return { call: again.data, facts }
  const faults = new Map(again.error.issues.map(({ path, message }) => [String(path[0]), message]))
  const empty: Readonly<Record<string, unknown>> = { ...newApiRequest, ...newCallLabel, url: unknownUrl }
  const kept = Object.entries(listed).map(([field, given]): [string, unknown] => {
    const problem = faults.get(field)
    if (problem !== undefined) leftOut(field, problem)
    return [field, problem === undefined ? given : empty[field]]
  })
  const last = callSchema.safeParse(Object.fromEntries(kept))
  return { call: last.success ? last.data : { ...newApiRequest, ...newCallLabel, url: unknownUrl, id: call.id }, facts }
}

const problemOf = (parsed: { success: boolean; error?: { issues: readonly { message: string }[] } }): string | null =>
  parsed.success ? null : (parsed.error?.issues[0]?.message ?? '')
