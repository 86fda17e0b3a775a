import { resourceRule } from '../../../../vocabulary/environment-rules.ts'

interface Parameter {
  name: string
  value: string
}

/** An audience and resources among the parameters; a resource that is no URI is sent as a parameter like others. */
export function knownParameters(given: readonly Parameter[], audience = '') {
  const first = audience === '' ? given.find(({ name }) => name === 'audience') : undefined
  const resources = given.filter(({ name, value }) => name === 'resource' && isResource(value))
  return {
    audience: first?.value ?? audience,
    resource: resources.map(({ value }) => value),
    others: given.filter((parameter) => parameter !== first && !resources.includes(parameter)),
  }
}

const isResource = (value: string): boolean => value.includes('{{') || (resourceRule.pattern?.test(value) ?? true)
