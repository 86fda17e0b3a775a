import { Ajv, type Options } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { isMembers, memberNamed } from '../json/json-members.ts'
import { readJsonObject } from '../json/json.ts'
import type { SchemaVerdict } from './evaluate.ts'

const options: Options = {
  // What a schema says beyond the standard is passed over, as other validators do.
  strict: false,
  logger: false,
  verbose: true,
  formats: fullFormats,
  // An answer has a "constructor" where it says so, and not because every object of JavaScript has one.
  ownProperties: true,
}

/** Dialects that are known, by their `$schema`; the newest where it says none. */
const dialects: Readonly<Record<string, () => Ajv | Ajv2020>> = {
  'https://json-schema.org/draft/2020-12/schema': () => new Ajv2020(options),
  'http://json-schema.org/draft-07/schema': () => new Ajv(options),
}

/** Making one takes longer than checking most schemas. */
const made = new Map<string, Ajv | Ajv2020>()

/**
 * Whether a JSON text matches a JSON Schema. Nothing is fetched. The schema may be hostile: this must run where it can be
 * ended. Numbers are compared as JavaScript has them.
 */
export function validateSchema(schema: string, json: string): SchemaVerdict {
  const parsed = parsedSchema(schema)
  if (parsed === null) return unusable(null)
  const dialect = isMembers(parsed) ? memberNamed(parsed, '$schema') : undefined
  const named = typeof dialect === 'string' ? dialect.replace(/#$/, '') : 'https://json-schema.org/draft/2020-12/schema'
  const make = Object.hasOwn(dialects, named) ? dialects[named] : undefined
  if (make === undefined) return { kind: 'unusable', reason: 'schema_reference', rule: named.slice(0, 200) }
  const ajv = made.get(named) ?? make()
  made.set(named, ajv)
  try {
    // One schema says nothing to the next.
    ajv.removeSchema()
    return verdictOf(ajv, parsed, JSON.parse(json))
  } catch (error) {
    if (error instanceof Ajv.MissingRefError) {
      return { kind: 'unusable', reason: 'schema_reference', rule: error.missingRef.slice(0, 200) }
    }
    // A loop of references that never ends fills the stack.
    return unusable(error instanceof RangeError ? '$ref' : null)
  }
}

const unusable = (rule: string | null): SchemaVerdict => ({ kind: 'unusable', reason: 'schema_invalid', rule })

/** Null where it is no schema: no JSON, or too deep. @see JSON Schema 2020-12 §4.3.2 */
function parsedSchema(text: string): object | boolean | null {
  const plain = text.trim()
  if (plain === 'true' || plain === 'false') return plain === 'true'
  if (readJsonObject(plain).kind !== 'object') return null
  const value: object = JSON.parse(plain)
  return value
}

function verdictOf(ajv: Ajv | Ajv2020, schema: object | boolean, value: unknown): SchemaVerdict {
  const isValidSchema = typeof schema === 'boolean' || ajv.validateSchema(schema)
  if (isValidSchema !== true) return unusable(ajv.errors?.[0]?.instancePath ?? null)
  const validate = ajv.compile(schema)
  const isValid: unknown = validate(value)
  if (isValid === true) return { kind: 'valid' }
  const [error] = validate.errors ?? []
  // A schema with `$async` gives a promise.
  if (error === undefined) return unusable('$async')
  const { keyword, params, instancePath } = error
  const wanted: unknown = params['missingProperty'] ?? params['additionalProperty'] ?? error.schema
  // The keyword of a schema that is `false` is two words.
  const rule = keyword.includes(' ') ? 'false' : `${JSON.stringify(keyword)}: ${JSON.stringify(wanted)}`
  return { kind: 'violated', pointer: instancePath, rule: rule.slice(0, 200) }
}
