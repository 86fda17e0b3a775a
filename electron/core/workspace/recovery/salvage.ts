import type { ZodObject, ZodType } from 'zod'

/** The defaults, with each field of the value laid over them that is valid by itself. */
export function salvage<Value extends Record<string, unknown>>(
  schema: ZodObject & ZodType<Value>,
  value: unknown,
  defaults: Value,
): Value {
  const fields = typeof value === 'object' && value !== null ? Object.entries(value) : []
  const valid = fields.filter(([name, field]) => schema.shape[name]?.safeParse(field).success)
  return schema.safeParse({ ...defaults, ...Object.fromEntries(valid) }).data ?? defaults
}
