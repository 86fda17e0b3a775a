import { issuerOf } from '../../../../common/metadata-urls.ts'
import type { DraftClient, VariableSet } from '../../drafts/import-draft.ts'
import { braced } from './braces.ts'
import { hintsOf } from './client-hints.ts'
import type { Description } from './description.ts'
import { memberOf, membersOf, type Part, placeOf, textAt } from './part.ts'
import type { Scheme } from './schemes.ts'
import { isAbsolute, type Server } from './servers.ts'

/** What the calls of an API need of a client: the scopes by the name of the scheme. */
export type NeededScopes = ReadonlyMap<string, ReadonlySet<string>>

/** The name of the variable that has the token endpoint, where each server has its own. */
const tokenUrlVariable = 'tokenUrl'

/** The client of a scheme; null where it has none of the client-credentials grant. */
export function clientOf(
  scheme: Scheme,
  servers: readonly Server[],
  needed: NeededScopes,
  description: Description,
): DraftClient | null {
  switch (scheme.kind) {
    case 'oauth':
      return scheme.flow === null ? null : flowClient(scheme, scheme.flow, servers, needed)
    case 'discovery':
      return discoveryClient(scheme, needed, description)
    default:
      return null
  }
}

function flowClient(scheme: Scheme, flow: Part, servers: readonly Server[], needed: NeededScopes): DraftClient {
  const tokenUrl = braced(textAt(flow, 'tokenUrl').trim())
  const hints = hintsOf(scheme.part === flow ? [flow] : [scheme.part, flow])
  return {
    name: '',
    place: placeOf(flow),
    settings: {
      token_endpoint: tokenUrlOf(tokenUrl, servers),
      scope:
        scopesOf(scheme.name, needed) ||
        membersOf(memberOf(flow, 'scopes'))
          .map(([name]) => name)
          .join(' '),
      ...hints.settings,
    },
    secrets: hints.secrets,
  }
}

const scopesOf = (name: string, needed: NeededScopes): string => [...(needed.get(name) ?? [])].join(' ')

/** A relative one is of each server. @see OpenAPI 3.1, 4.6 Relative References in URLs */
function tokenUrlOf(tokenUrl: string, servers: readonly Server[]): string {
  if (tokenUrl === '' || isAbsolute(tokenUrl) || tokenUrl.startsWith('{{')) return tokenUrl
  const all = new Set(servers.map(({ url }) => absoluteUrl(tokenUrl, url)))
  const [first = tokenUrl] = all
  return all.size > 1 ? `{{${tokenUrlVariable}}}` : first
}

/** As `new URL` does it, but for variables in the base, which it would encode. */
function absoluteUrl(url: string, base: string): string {
  const origin = /^https?:\/\/[^/?#]+/i.exec(base)?.[0]
  if (origin === undefined) return url
  if (url.startsWith('//')) return `${base.slice(0, base.indexOf(':') + 1)}${url}`
  if (url.startsWith('/')) return `${origin}${url}`
  const path = base.slice(origin.length).split('/').slice(0, -1).join('/')
  return `${origin}${path}/${url.replace(/^\.\//, '')}`
}

/** The token endpoint as a variable of each set, where it differs among them. */
export function withTokenUrls(
  sets: readonly VariableSet[],
  servers: readonly Server[],
  schemes: Iterable<Scheme>,
): readonly VariableSet[] {
  for (const scheme of schemes) {
    if (scheme.kind !== 'oauth' || scheme.flow === null) continue
    const tokenUrl = braced(textAt(scheme.flow, 'tokenUrl').trim())
    if (tokenUrlOf(tokenUrl, servers) !== `{{${tokenUrlVariable}}}`) continue
    return sets.map((set, index) => {
      const variable = {
        name: tokenUrlVariable,
        value: absoluteUrl(tokenUrl, servers[index]?.url ?? ''),
        secret: false,
      }
      return { name: set.name, place: set.place, variables: [...set.variables, variable] }
    })
  }
  return sets
}

function discoveryClient(
  scheme: Scheme & { kind: 'discovery' },
  needed: NeededScopes,
  { notes }: Description,
): DraftClient {
  const issuer = issuerOf(braced(scheme.url))
  notes.add({ code: 'issuer_not_token_endpoint', evidence: { issuer } }, scheme.part)
  const hints = hintsOf([scheme.part])
  return {
    name: '',
    place: placeOf(scheme.part),
    settings: { issuer, scope: scopesOf(scheme.name, needed), ...hints.settings },
    secrets: hints.secrets,
  }
}
