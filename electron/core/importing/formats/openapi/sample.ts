import { isSecretName } from '../../../../common/client-settings/placeholder.ts'
import { isMembers, memberNamed } from '../../../json/json-members.ts'
import { exactValue } from './exact-json.ts'
import { isTrue, itemsOf, memberOf, membersOf, type Part, textAt, textsAt } from './part.ts'
import type { Follow } from './references.ts'

const mostDepth = 6
/** Schemas of one body that are looked at. */
const mostSchemas = 500

/** A value that fits a schema: its examples and defaults, required members, and short texts of each format. Cycles are cut. */
export function sampleOf(schema: Part, follow: Follow): unknown {
  let left = mostSchemas
  const sample = (part: Part, depth: number, within: readonly unknown[]): unknown => {
    const { value } = follow(part)
    if (--left < 0 || depth > mostDepth || !isMembers(value) || within.includes(value)) return undefined
    const shape = shapeOf(part, follow)
    if (shape.given !== undefined) return exactValue(shape.given)
    const inner = [...within, value]
    switch (shape.type) {
      case 'object':
        return Object.fromEntries(
          sentMembers(shape, follow).flatMap(([name, member]) => {
            const made = sample(member, depth + 1, inner)
            // What is made up is no secret, and should not be taken for one.
            return made === undefined ? [] : [[name, made === plainString && isSecretName(name) ? '' : made]]
          }),
        )
      case 'array': {
        const item = shape.items === null ? undefined : sample(shape.items, depth + 1, inner)
        return item === undefined ? [] : [item]
      }
      case 'string':
        return textOfFormat[shape.format] ?? plainString
      case 'integer':
      case 'number':
        return shape.minimum ?? 0
      case 'boolean':
        return true
      default:
        return shape.type === 'null' ? null : {}
    }
  }
  return sample(schema, 0, [])
}

/** What is sent: required members, or all where none is, without those that only the server writes. */
export function sentMembers({ properties, required }: Shape, follow: Follow): [string, Part][] {
  const sent = [...properties].filter(([, member]) => !isTrue(follow(member), 'readOnly'))
  const needed = sent.filter(([name]) => required.has(name))
  return needed.length === 0 ? sent : needed
}

const plainString = 'string'

const textOfFormat: Readonly<Record<string, string>> = {
  'date-time': '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  time: '00:00:00Z',
  duration: 'P1D',
  uuid: '00000000-0000-4000-8000-000000000000',
  email: 'user@example.com',
  uri: 'https://example.com',
  url: 'https://example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  byte: 'AA==',
  binary: '',
}

export interface Shape {
  /** An example, default or fixed value of the description. */
  given: Part | undefined
  type: string
  format: string
  minimum: number | null
  items: Part | null
  properties: ReadonlyMap<string, Part>
  required: ReadonlySet<string>
}

/** A schema with all that `allOf` adds, and of its alternatives the first. */
export function shapeOf(schema: Part, follow: Follow): Shape {
  const parts = partsOf(schema, follow)
  const properties = new Map(parts.flatMap(propertiesOf))
  const items = parts.map((part) => memberOf(part, 'items')).find(({ value }) => isMembers(value)) ?? null
  return {
    given: parts.map(givenOf).find((part) => part !== undefined),
    type:
      parts.map(typeOf).find((type) => type !== '') ?? (properties.size > 0 ? 'object' : items === null ? '' : 'array'),
    format: parts.map((part) => textAt(part, 'format')).find((format) => format !== '') ?? '',
    minimum: parts.map((part) => memberOf(part, 'minimum').value).find((value) => typeof value === 'number') ?? null,
    items,
    properties,
    required: new Set(parts.flatMap((part) => textsAt(part, 'required'))),
  }
}

const mostParts = 50
const mostProperties = 1000

/** Kept, since many operations may have the same schema. */
const knownProperties = new WeakMap<object, [string, Part][]>()

function propertiesOf(schema: Part): [string, Part][] {
  const properties = memberOf(schema, 'properties')
  if (!isMembers(properties.value)) return []
  const known = knownProperties.get(properties.value)
  const found = known ?? membersOf(properties).slice(0, mostProperties)
  knownProperties.set(properties.value, found)
  return found
}

function partsOf(schema: Part, follow: Follow): Part[] {
  const parts: Part[] = []
  const seen = new Set<unknown>()
  const waiting = [schema]
  for (let index = 0; index < waiting.length && parts.length < mostParts; index++) {
    const part = follow(waiting[index] ?? schema)
    if (!isMembers(part.value) || seen.has(part.value)) continue
    seen.add(part.value)
    parts.push(part)
    waiting.push(...itemsOf(memberOf(part, 'allOf'), mostParts))
    waiting.push(...alternative(part, 'oneOf', follow), ...alternative(part, 'anyOf', follow))
  }
  return parts
}

function alternative(part: Part, name: 'oneOf' | 'anyOf', follow: Follow): Part[] {
  const all = itemsOf(memberOf(part, name), mostParts)
  return all.filter((one) => textAt(follow(one), 'type') !== 'null').slice(0, 1)
}

function givenOf(part: Part): Part | undefined {
  const given = [
    memberOf(part, 'const'),
    memberOf(part, 'example'),
    itemsOf(memberOf(part, 'examples'), 1)[0],
    memberOf(part, 'x-example'),
    memberOf(part, 'default'),
    itemsOf(memberOf(part, 'enum'), 1)[0],
  ]
  return given.find((one) => one !== undefined && one.value !== undefined)
}

/** Of several types, as OpenAPI 3.1 has them, the first that says something. */
function typeOf({ value }: Part): string {
  const type = isMembers(value) ? memberNamed(value, 'type') : undefined
  if (typeof type === 'string') return type
  return Array.isArray(type) ? (type.find((one) => typeof one === 'string' && one !== 'null') ?? '') : ''
}
