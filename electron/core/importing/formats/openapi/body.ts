import type { ApiBody, ApiPart } from '../../../../contract/api-call.ts'
import { importMaxCharacters } from '../../../../vocabulary/limits.ts'
import { ImportRefused } from '../../drafts/import-refused.ts'
import type { Description } from './description.ts'
import { exactValue, jsonText } from './exact-json.ts'
import { exampleOf, type Parameter, plainText } from './parameters.ts'
import type { Operation } from './operations.ts'
import { memberOf, membersOf, type Part, textAt, textsAt } from './part.ts'
import { sampleOf, sentMembers, shapeOf } from './sample.ts'

/** Makes bodies of the operations of one description. */
export interface Bodies {
  bodyOf: (operation: Operation, parameters: readonly Parameter[], call: string) => ApiBody
}

export function bodiesOf(description: Description): Bodies {
  const { follow, notes, root, format } = description
  const texts = new WeakMap<object, string>()
  let characters = 0

  /** A text that many operations share is made once; the characters of all are bounded, for references can repeat a long one. */
  const jsonOf = (part: Part, make: () => unknown): string => {
    const key = typeof part.value === 'object' && part.value !== null ? part.value : null
    const known = key === null ? undefined : texts.get(key)
    const value = known === undefined ? make() : undefined
    const text = known ?? (value === undefined ? '' : jsonText(value))
    if (key !== null) texts.set(key, text)
    characters += text.length
    if (characters > importMaxCharacters)
      throw new ImportRefused({ code: 'too_long', evidence: { most: importMaxCharacters } })
    return text
  }

  const jsonBody = (schema: Part, example: Part | null): string => {
    if (example === null) return jsonOf(follow(schema), () => sampleOf(schema, follow))
    if (typeof example.value === 'string' && /^\s*[{[]/.test(example.value)) return example.value
    return jsonOf(example, () => exactValue(example))
  }

  const exampleIn = (media: Part, call: string): Part | null => {
    const own = memberOf(media, 'example')
    if (own.value !== undefined) return own
    for (const [, one] of membersOf(follow(memberOf(media, 'examples')))) {
      const example = follow(one)
      for (const name of ['value', 'dataValue', 'serializedValue']) {
        const value = memberOf(example, name)
        if (value.value !== undefined) return value
      }
      const external = textAt(example, 'externalValue')
      if (external !== '') notes.add({ code: 'file_not_read', evidence: { name: external } }, example, call)
    }
    return null
  }

  const ofMedia = (type: string, media: Part, example: Part | null): ApiBody => {
    const schema = memberOf(media, 'schema')
    switch (kindOf(type)) {
      case 'json':
        return /^application\/json(?:;|$)|\*/i.test(type)
          ? { kind: 'json', text: jsonBody(schema, example) }
          : { kind: 'text', text: jsonBody(schema, example), contentType: type }
      case 'form':
        return {
          kind: 'form',
          fields: fieldsOf(schema, example).map(({ name, value, enabled }) => ({ name, value, enabled })),
        }
      case 'multipart':
        return {
          kind: 'multipart',
          parts: fieldsOf(schema, example).map((field) => partOf(field, memberOf(media, 'encoding'))),
        }
      case 'text': {
        const text = example ?? memberOf(follow(schema), 'example')
        return { kind: 'text', text: typeof text.value === 'string' ? text.value : '', contentType: withoutRange(type) }
      }
      default:
        return { kind: 'file', file: { path: '', name: '' }, contentType: withoutRange(type) }
    }
  }

  const fieldsOf = (schema: Part, example: Part | null): Field[] => {
    const shape = shapeOf(schema, follow)
    const needed = new Set(shape.required.size === 0 ? [] : sentMembers(shape, follow).map(([name]) => name))
    const given = new Map(example === null ? [] : membersOf(example))
    const names = [...new Set([...shape.properties.keys(), ...given.keys()])].slice(0, 200)
    return names.flatMap((name) => {
      const part = shape.properties.get(name)
      const member = part === undefined ? null : shapeOf(part, follow)
      if (part !== undefined && memberOf(follow(part), 'readOnly').value === true) return []
      const exampleOfField = given.get(name) ?? member?.given
      const value = exampleOfField === undefined ? '' : plainText(exampleOfField)
      const media = part === undefined ? '' : textAt(follow(part), 'contentMediaType')
      return [
        {
          name,
          value,
          enabled: needed.size === 0 || needed.has(name) || given.has(name),
          isFile:
            isFile(member?.format ?? '', media) ||
            (member?.type === 'array' && member.items !== null && isFile(shapeOf(member.items, follow).format, '')),
          isJson: member?.type === 'object' || (member?.type === 'array' && exampleOfField !== undefined),
        },
      ]
    })
  }

  const swaggerBody = (operation: Operation, parameters: readonly Parameter[], call: string): ApiBody => {
    const types = mediaTypesOf(operation.part, root, 'consumes')
    const body = parameters.find((parameter) => parameter.in === 'body')
    if (body !== undefined) {
      const [example = null] = membersOf(memberOf(body.part, 'x-examples')).map(([, one]) => one)
      return ofMedia(best(types) ?? 'application/json', body.part, example ?? exampleIn(body.part, call))
    }
    const fields = parameters.filter((parameter) => parameter.in === 'formData').slice(0, 200)
    if (fields.length === 0) return { kind: 'none' }
    const made = fields.map((field): Field => {
      const example = exampleOf(field, description)
      return {
        name: field.name,
        value: example === null ? '' : plainText(example),
        enabled: field.required,
        isFile: textAt(field.part, 'type') === 'file',
        isJson: false,
      }
    })
    const isMultipart =
      made.some((field) => field.isFile) || (types.every((type) => kindOf(type) === 'multipart') && types.length > 0)
    if (isMultipart) return { kind: 'multipart', parts: made.map((field) => partOf(field, null)) }
    return { kind: 'form', fields: made.map(({ name, value, enabled }) => ({ name, value, enabled })) }
  }

  return {
    bodyOf: (operation, parameters, call) => {
      if (format === 'swagger') return swaggerBody(operation, parameters, call)
      const content = memberOf(follow(memberOf(operation.part, 'requestBody')), 'content')
      const types = new Map(membersOf(content))
      const type = best([...types.keys()])
      const media = type === null ? undefined : types.get(type)
      if (type === null || media === undefined) return { kind: 'none' }
      const followed = follow(media)
      return ofMedia(type, followed, exampleIn(followed, call))
    },
  }
}

interface Field {
  name: string
  value: string
  enabled: boolean
  isFile: boolean
  isJson: boolean
}

function partOf({ name, value, enabled, isFile, isJson }: Field, encoding: Part | null): ApiPart {
  const given = encoding === null ? '' : (textAt(memberOf(encoding, name), 'contentType').split(',')[0]?.trim() ?? '')
  const contentType = withoutRange(given)
  if (isFile) return { kind: 'file', name, file: { path: '', name: '' }, contentType, enabled }
  return {
    kind: 'text',
    name,
    value,
    contentType: contentType === '' && isJson ? 'application/json' : contentType,
    enabled,
  }
}

/** A range such as `image/*` says nothing that can be sent. */
const withoutRange = (type: string): string => (type.includes('*') ? '' : type)

const isFile = (format: string, mediaType: string): boolean =>
  format === 'binary' || format === 'base64' || (mediaType !== '' && !/^(?:text\/|application\/json)/i.test(mediaType))

/** Of an operation, else of the document (Swagger 2). */
export const mediaTypesOf = (operation: Part, root: Part, name: 'consumes' | 'produces'): string[] =>
  (Array.isArray(memberOf(operation, name).value) ? textsAt(operation, name) : textsAt(root, name)).slice(0, 50)

type BodyKind = 'json' | 'form' | 'multipart' | 'text' | 'file'

function kindOf(type: string): BodyKind {
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? ''
  if (/^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(plain) || plain === '*/*' || plain === 'application/*')
    return 'json'
  if (plain === 'application/x-www-form-urlencoded') return 'form'
  if (plain.startsWith('multipart/')) return 'multipart'
  return plain.startsWith('text/') ||
    /^application\/(?:[\w.-]+\+)?(?:xml|yaml|x-yaml|x-ndjson|graphql|sql|javascript|jwt)$/.test(plain)
    ? 'text'
    : 'file'
}

/** The media type that a person can best write here. */
const best = (types: readonly string[]): string | null => {
  const order: readonly BodyKind[] = ['json', 'form', 'multipart', 'text', 'file']
  const sorted = order.flatMap((kind) => types.filter((type) => kindOf(type) === kind))
  return types.find((type) => /^application\/json(?:;|$)/i.test(type)) ?? sorted[0] ?? null
}
