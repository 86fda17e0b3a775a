import type { requestProblems } from '../../catalogue/problems/request.ts'
import type { Writers } from '../../catalogue/evidence.ts'

const anotherGrant = 'It belongs to another grant.'

/** Where to enter what must not be an extra parameter. */
const placesOfParameters: ReadonlyMap<string, string> = new Map([
  ['client_secret', 'Enter it under Client secret.'],
  ['client_assertion', 'Choose an authentication method with an assertion.'],
])

const reasonsOfHeaders: ReadonlyMap<string, string> = new Map([
  ['authorization', 'Authorization is a secret and would be stored in clear. Choose an authentication method instead.'],
  ['proxy-authorization', 'Enter user name and password of the proxy under Network.'],
  ['cookie', 'A cookie is a secret and would be stored in clear.'],
  ['dpop', 'A DPoP proof is made for each request. Turn on DPoP instead.'],
  ['origin', 'Origin makes servers treat the request as one of a browser, and some refuse it for that.'],
])

export const requestProblemWriters: Writers<typeof requestProblems, string> = {
  secret_parameter: ({ name }) =>
    `${name} is a secret, and extra parameters are stored in clear. ${placesOfParameters.get(name.toLowerCase()) ?? anotherGrant}`,
  header_not_sent: ({ name }) => reasonsOfHeaders.get(name.toLowerCase()) ?? `${name} is not sent.`,
}
