import type { Description } from './description.ts'
import { memberOf, membersOf, type Part, textAt } from './part.ts'

/** A way that an API lets its callers in. */
export type Scheme =
  /** OAuth, with the flow of the client-credentials grant where the scheme has one. */
  | { kind: 'oauth'; name: string; part: Part; flow: Part | null; grants: readonly string[] }
  | { kind: 'discovery'; name: string; part: Part; url: string }
  | { kind: 'bearer'; name: string; part: Part }
  | { kind: 'basic'; name: string; part: Part }
  | { kind: 'key'; name: string; part: Part; in: 'header' | 'query' | 'cookie'; key: string }
  /** `type` is the word of the description. */
  | { kind: 'other'; name: string; part: Part; type: string }

export function schemesOf({ format, root, follow }: Description): ReadonlyMap<string, Scheme> {
  const parts =
    format === 'swagger'
      ? memberOf(root, 'securityDefinitions')
      : memberOf(memberOf(root, 'components'), 'securitySchemes')
  return new Map(membersOf(follow(parts)).map(([name, part]) => [name, schemeOf(name, follow(part), follow)]))
}

function schemeOf(name: string, part: Part, follow: Description['follow']): Scheme {
  const type = textAt(part, 'type').toLowerCase()
  switch (type) {
    case 'oauth2':
      return { kind: 'oauth', name, part, ...flowOf(part, follow) }
    case 'openidconnect':
      return { kind: 'discovery', name, part, url: textAt(part, 'openIdConnectUrl').trim() }
    case 'basic':
      return { kind: 'basic', name, part }
    case 'http':
      return httpScheme(name, part)
    case 'apikey':
      return keyScheme(name, part)
    default:
      return { kind: 'other', name, part, type: textAt(part, 'type') }
  }
}

function httpScheme(name: string, part: Part): Scheme {
  const scheme = textAt(part, 'scheme').toLowerCase()
  if (scheme === 'bearer' || scheme === 'dpop') return { kind: 'bearer', name, part }
  return scheme === 'basic' ? { kind: 'basic', name, part } : { kind: 'other', name, part, type: scheme }
}

/** An API key in the header Authorization is how Swagger 2 writes the scheme Bearer, which it does not have. */
function keyScheme(name: string, part: Part): Scheme {
  const key = textAt(part, 'name').trim()
  const place = textAt(part, 'in').toLowerCase()
  if (place === 'header' && key.toLowerCase() === 'authorization') {
    const text = `${name} ${textAt(part, 'description').slice(0, 1000)}`
    return { kind: /\bbasic\b/i.test(text) && !/bearer/i.test(text) ? 'basic' : 'bearer', name, part }
  }
  if (key === '') return { kind: 'other', name, part, type: textAt(part, 'type') }
  return { kind: 'key', name, part, key, in: place === 'query' || place === 'cookie' ? place : 'header' }
}

/** Swagger 2 has one flow, which is the scheme itself; OpenAPI 3 has them by name. */
function flowOf(part: Part, follow: Description['follow']): { flow: Part | null; grants: string[] } {
  const single = textAt(part, 'flow')
  if (single !== '') return isOurs(single) ? { flow: part, grants: [] } : { flow: null, grants: [grantOf(single)] }
  const flows = membersOf(follow(memberOf(part, 'flows'))).filter(([name]) => !name.startsWith('x-'))
  const ours = flows.find(([name]) => isOurs(name))?.[1]
  return { flow: ours === undefined ? null : follow(ours), grants: flows.map(([name]) => grantOf(name)) }
}

/** `application` is its name in Swagger 2. */
const isOurs = (flow: string): boolean => /^(?:application|client_?credentials?)$/i.test(flow)

/** By the names of RFC 6749 and RFC 8628. */
function grantOf(flow: string): string {
  const known: Readonly<Record<string, string>> = {
    accessCode: 'authorization_code',
    authorizationCode: 'authorization_code',
    deviceAuthorization: 'device_code',
    clientCredentials: 'client_credentials',
  }
  return Object.hasOwn(known, flow) ? (known[flow] ?? flow) : flow
}
