import type { TextRule } from './text-rule.ts'

export const mostVariables = 200
export const tooManyVariables = `At most ${mostVariables} variables.`

/** As it is written between the braces of `{{name}}`. */
export const variableNameRule: TextRule = {
  trim: true,
  what: 'A name',
  most: 100,
  needed: 'Give the variable a name.',
  pattern: /^[A-Za-z0-9_.-]+$/,
  unlike: 'A variable name may hold letters, digits, dots, hyphens and underscores only.',
}
export const variableValueRule: TextRule = { trim: false, what: 'A value', most: 10_000 }

export const variableTwice = (name: string): string => `There is already a variable called ${name}.`

/** The place of the first row whose name an earlier one has; -1 where each name is there once. */
export function indexOfRepeated(names: readonly string[]): number {
  const seen = new Set<string>()
  return names.findIndex((name) => seen.size === seen.add(name).size)
}

export const secretVariableValueRule: TextRule = { trim: false, what: 'A value', most: 10_000 }
/** Characters of all secret variables of an environment together. */
export const mostSecretVariables = 100_000
