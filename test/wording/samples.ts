import { z } from 'zod'

/** Values that a schema of evidence allows: each member of a union, each option of a list, null, some text; lists hold something. */
export function samplesOf(schema: unknown): unknown[] {
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion)
    return schema.options.flatMap(samplesOf)
  if (schema instanceof z.ZodLiteral) return [schema.value]
  if (schema instanceof z.ZodEnum) return schema.options
  if (schema instanceof z.ZodString) return ['some text']
  if (schema instanceof z.ZodNumber) return [1, 2000]
  if (schema instanceof z.ZodBoolean) return [false, true]
  if (schema instanceof z.ZodNullable) return [null, ...samplesOf(schema.unwrap())]
  if (schema instanceof z.ZodReadonly) return samplesOf(schema.unwrap())
  if (schema instanceof z.ZodArray) return [...samplesOf(schema.element).map((one) => [one]), samplesOf(schema.element)]
  if (schema instanceof z.ZodObject) return samplesOfObject(schema)
  throw new Error('No samples for this schema.')
}

/** Each member in all its values, beside the first of the others. */
function samplesOfObject(schema: z.ZodObject): unknown[] {
  const members = Object.entries(schema.shape).map(([name, member]) => ({ name, values: samplesOf(member) }))
  const first = Object.fromEntries(members.map(({ name, values }) => [name, values[0]]))
  return [
    first,
    ...members.flatMap(({ name, values }) =>
      values.slice(1).map((value) => Object.assign({}, first, { [name]: value })),
    ),
  ]
}
