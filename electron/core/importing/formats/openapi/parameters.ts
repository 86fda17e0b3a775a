import type { ApiHeader, QueryParameter } from '../../../../contract/api-call.ts'
import { isMembers } from '../../../json/json-members.ts'
import { variable, variableName } from './braces.ts'
import type { Description } from './description.ts'
import type { Operation } from './operations.ts'
import { isTrue, itemsOf, memberOf, membersOf, type Part, scalarText, textAt } from './part.ts'
import { exactValue, jsonText } from './exact-json.ts'

/** A parameter of an operation or of its path, the former first. */
export interface Parameter {
  in: string
  name: string
  required: boolean
  part: Part
}

/** More of one operation than this are not taken. */
const mostParameters = 500

export function parametersOf({ part, pathItem }: Operation, { follow }: Description): Parameter[] {
  const found = new Map<string, Parameter>()
  for (const owner of [part, pathItem])
    for (const item of itemsOf(follow(memberOf(owner, 'parameters')), mostParameters)) {
      const parameter = follow(item)
      const place = textAt(parameter, 'in')
      const name = textAt(parameter, 'name')
      const key = `${place} ${name}`
      if (place !== '' && !found.has(key))
        found.set(key, { in: place, name, required: isTrue(parameter, 'required'), part: parameter })
    }
  return [...found.values()]
}

/** Its example, else its default or first value; null where the description has none. */
export function exampleOf({ part }: Parameter, { follow }: Description): Part | null {
  const schema = schemaOf(part, follow)
  const [example] = membersOf(memberOf(part, 'examples')).map(([, one]) => memberOf(follow(one), 'value'))
  const [content] = membersOf(memberOf(part, 'content')).map(([, one]) => one)
  const candidates = [
    memberOf(part, 'example'),
    example,
    memberOf(part, 'x-example'),
    content === undefined ? undefined : memberOf(content, 'example'),
    memberOf(schema, 'example'),
    itemsOf(memberOf(schema, 'examples'), 1)[0],
    memberOf(schema, 'default'),
    memberOf(schema, 'const'),
    itemsOf(memberOf(schema, 'enum'), 1)[0],
  ]
  return candidates.find((one) => one !== undefined && one.value !== undefined && one.value !== null) ?? null
}

/** In Swagger 2 a parameter is its own schema. */
export const schemaOf = (part: Part, follow: Description['follow']): Part => {
  const schema = memberOf(part, 'schema')
  return isMembers(schema.value) ? follow(schema) : part
}

/** Names that OpenAPI says to pass over: they are described elsewhere. */
const describedElsewhere = new Set(['accept', 'content-type', 'authorization'])

export function headersOf(parameters: readonly Parameter[], description: Description): ApiHeader[] {
  return parameters.flatMap((parameter) => {
    if (parameter.in !== 'header' || describedElsewhere.has(parameter.name.toLowerCase())) return []
    const example = exampleOf(parameter, description)
    return [{ name: parameter.name, value: valueOf(parameter, example, ','), enabled: parameter.required }]
  })
}

export function queryOf(parameters: readonly Parameter[], description: Description): QueryParameter[] {
  return parameters.flatMap((parameter) => {
    if (parameter.in !== 'query') return []
    const enabled = parameter.required
    const example = exampleOf(parameter, description)
    return pairsOf(parameter, example).map(([name, value]) => ({ name: encoded(name), value, enabled }))
  })
}

/** @see OpenAPI 3.1, 4.8.12.6 Style Examples; collectionFormat of OpenAPI 2.0 */
function pairsOf(parameter: Parameter, example: Part | null): [name: string, value: string][] {
  const { name, part } = parameter
  const style = textAt(part, 'style') || 'form'
  const format = textAt(part, 'collectionFormat')
  const explodes = format === '' ? memberOf(part, 'explode').value !== false && style === 'form' : format === 'multi'
  if (example !== null && Array.isArray(example.value)) {
    const items = itemsOf(example, 50)
    if (explodes) return items.map((item) => [name, encoded(plainText(item))])
    const separator = separators[format === '' ? style : format] ?? ','
    return [[name, items.map((item) => encoded(plainText(item))).join(separator)]]
  }
  if (example !== null && isMembers(example.value) && !isMembers(memberOf(part, 'content').value)) {
    const members = membersOf(example).slice(0, 50)
    if (style === 'deepObject') return members.map(([key, value]) => [`${name}[${key}]`, encoded(plainText(value))])
    if (explodes) return members.map(([key, value]) => [key, encoded(plainText(value))])
    return [[name, members.map(([key, value]) => `${encoded(key)},${encoded(plainText(value))}`).join(',')]]
  }
  return [[name, valueOf(parameter, example, ',', encoded)]]
}

const separators: Readonly<Record<string, string>> = {
  spaceDelimited: '%20',
  ssv: '%20',
  pipeDelimited: '%7C',
  pipes: '%7C',
  tsv: '%09',
}

/** One that is required and has no value becomes a variable. */
function valueOf(
  parameter: Parameter,
  example: Part | null,
  separator: string,
  write = (text: string) => text,
): string {
  if (example === null) return parameter.required ? variable(parameter.name) : ''
  if (Array.isArray(example.value))
    return itemsOf(example, 50)
      .map((item) => write(plainText(item)))
      .join(separator)
  return write(plainText(example))
}

export const plainText = (part: Part): string =>
  scalarText(part) ?? (part.value === null ? '' : jsonText(exactValue(part)))

/** For a query, with what reads better as it is and is allowed there. */
const encoded = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replaceAll(
    /%(?:2C|3A|2F|40|24|5B|5D|7B%7B|7D%7D)/g,
    (found) => readable[found] ?? found,
  )

const readable: Readonly<Record<string, string>> = {
  '%2C': ',',
  '%3A': ':',
  '%2F': '/',
  '%40': '@',
  '%24': '$',
  '%5B': '[',
  '%5D': ']',
  '%7B%7B': '{{',
  '%7D%7D': '}}',
}

/** Half of a character cannot be encoded. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, '\u{FFFD}')

/** Variables in a path with the values of their parameters, which are empty where the description has none. */
export function pathValuesOf(
  path: string,
  parameters: readonly Parameter[],
  description: Description,
): Map<string, string> {
  return new Map(
    parameters.flatMap((parameter) => {
      if (parameter.in !== 'path' || !path.includes(parameter.name)) return []
      const example = exampleOf(parameter, description)
      return [[variableName(parameter.name), example === null ? '' : valueOf(parameter, example, ',')]]
    }),
  )
}
