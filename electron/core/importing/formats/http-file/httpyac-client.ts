import type { ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftAuthorization, DraftClient } from '../../drafts/import-draft.ts'
import { otherGrant } from '../support/authentication.ts'

/** Clients of one collection, by what their variables begin with. */
export type HttpyacClients = Map<string, DraftClient>

const header =
  /^(?:oauth2|openid)(?:\s{1,20}(client(?:_credentials)?|(?:authorization_)?code|device(?:_code)?|password|implicit|hybrid))?(?:\s{1,20}([A-Za-z_]\w{0,100}))?\s*$/i

const usual = 'oauth2'

/**
 * What httpYac makes of `Authorization: openid client_credentials local`: it requests a token with the variables
 * `local_tokenEndpoint`, `local_clientId` and so on; what has none of its own is that of `oauth2_…`. Null for other headers.
 * @see https://httpyac.github.io/guide/request.html#oauth2-openid-connect
 */
export function httpyacAuthorization(
  text: string,
  place: ImportPlace,
  { clients, names }: { clients: HttpyacClients; names: ReadonlySet<string> },
): DraftAuthorization | null {
  const found = header.exec(text.trim())
  if (found === null) return null
  const [, grant = 'client_credentials', prefix = usual] = found
  if (!/^client(?:_credentials)?$/i.test(grant)) return otherGrant(grant.toLowerCase())
  const known = clients.get(prefix) ?? clientOf(prefix, place, names)
  clients.set(prefix, known)
  return { kind: 'client', client: known }
}

function clientOf(prefix: string, place: ImportPlace, names: ReadonlySet<string>): DraftClient {
  const variable = (setting: string): string | undefined =>
    [`${prefix}_${setting}`, `${usual}_${setting}`].find((name) => names.has(name))
  const always = (setting: string): string => `{{${variable(setting) ?? `${prefix}_${setting}`}}}`
  const [scope, audience, resource] = ['scope', 'audience', 'resource'].map((one) =>
    variable(one) === undefined ? '' : always(one),
  )
  return {
    name: prefix === usual ? '' : prefix,
    place,
    settings: {
      token_endpoint: always('tokenEndpoint'),
      client_id: always('clientId'),
      // It encodes neither of them.
      token_endpoint_auth_method: 'client_secret_basic',
      basicEncoding: 'raw',
      ...(scope ? { scope } : {}),
      ...(audience ? { audience } : {}),
      ...(resource ? { resource: [resource] } : {}),
    },
    secrets: { client_secret: always('clientSecret') },
  }
}
