import type { Writers } from '../../catalogue/evidence.ts'
import type { variableProblems } from '../../catalogue/problems/variables.ts'

const places: ReadonlyMap<string, string> = new Map([
  ['url', 'URL'],
  ['query', 'query'],
  ['headers', 'headers'],
  ['body', 'body'],
])
const placeOf = (place: string) => places.get(place) ?? place

export const variableProblemWriters: Writers<typeof variableProblems, string> = {
  variable_missing: ({ name, place }) =>
    `The ${placeOf(place)} uses the variable {{${name}}}, which is not defined. Add it under Variables in Configure, or in Settings for every environment.`,
  variable_secret_not_set: ({ name, place }) =>
    `The ${placeOf(place)} uses the secret variable {{${name}}}, which has no value. Enter it under Variables in Configure.`,
  variable_secret_in_server: () =>
    'A secret variable says which server is called. The name of a server is looked up and shown in clear: use the variable in the path, the query, a header or the body.',
  variables_too_long: ({ place }) =>
    `With the values of its variables, the ${placeOf(place)} is too long to be sent. Use shorter values.`,
}
