import type { EnvironmentInput } from '../../contract/environment.ts'
import type { FieldProblem } from '../../contract/finding.ts'

/** Where to enter what must not be an extra parameter: these are secrets, and parameters are stored in clear and exported. */
const secretParameters: ReadonlyMap<string, string> = new Map([
  ['client_secret', 'Enter it under Client secret.'],
  ['client_assertion', 'Choose an authentication method with an assertion.'],
  ['assertion', 'It belongs to another grant.'],
  ['password', 'It belongs to another grant.'],
  ['refresh_token', 'It belongs to another grant.'],
  ['subject_token', 'It belongs to another grant.'],
  ['actor_token', 'It belongs to another grant.'],
])

const unfitHeaders: ReadonlyMap<string, string> = new Map([
  ['authorization', 'Authorization is a secret and would be stored in clear. Choose an authentication method instead.'],
  ['proxy-authorization', 'Enter user name and password of the proxy under Network.'],
  ['cookie', 'A cookie is a secret and would be stored in clear.'],
  ['dpop', 'A proof is made anew for each request. Switch DPoP on instead.'],
  ['origin', 'Origin makes servers take the request as one of a browser’s, and some refuse it for that.'],
])

/**
 * Extra parameters that are not sent. Registered ones such as `scope`, `resource`, `client_id` or `grant_type` may be
 * repeated on purpose, to see what the server makes of it; a secret may not, since parameters are stored.
 */
export function parameterProblems(parameters: EnvironmentInput['parameters']): FieldProblem[] {
  return parameters.flatMap(({ name }, index) => {
    const where = secretParameters.get(name.trim().toLowerCase())
    if (where === undefined) return []
    const message = `${name.trim()} is a secret, and extra parameters are stored in clear. ${where}`
    return [{ field: `parameters.${index}.name`, message }]
  })
}

/** Extra header fields that are not sent. */
export function headerProblems(headers: EnvironmentInput['headers']): FieldProblem[] {
  return headers.flatMap(({ name }, index) => {
    const message = unfitHeaders.get(name.trim().toLowerCase())
    return message === undefined ? [] : [{ field: `headers.${index}.name`, message }]
  })
}
