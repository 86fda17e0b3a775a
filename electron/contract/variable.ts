import { z } from 'zod'
import {
  indexOfRepeated,
  mostVariables,
  tooManyVariables,
  variableNameRule,
  variableTwice,
  variableValueRule,
} from '../vocabulary/variable-rules.ts'
import { text } from './text.ts'

/** What `{{name}}` in a call is replaced with. The value of a secret one is not here: it is sealed, and `value` is empty. */
export const variableSchema = z
  .strictObject({ name: text(variableNameRule), value: text(variableValueRule), secret: z.boolean() })
  .refine(({ value, secret }) => !secret || value === '', 'The value of a secret variable is not written here.')
export type Variable = z.infer<typeof variableSchema>

/** Each name once. */
export const variablesSchema = z
  .array(variableSchema)
  .max(mostVariables, tooManyVariables)
  .superRefine((variables, context) => {
    const index = indexOfRepeated(variables.map(({ name }) => name))
    const name = variables[index]?.name
    if (name !== undefined) context.addIssue({ code: 'custom', path: [index, 'name'], message: variableTwice(name) })
  })
