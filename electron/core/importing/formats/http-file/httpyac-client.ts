import type { ImportPlace } from '../../../../contract/import-note.ts'
import type { DraftAuthorization, DraftClient } from '../../drafts/import-draft.ts'
import { otherGrant } from '../support/authentication.ts'

/** Clients of one collection, by what their variables begin with. */
export type HttpyacClients = Map<string, DraftClient>

/**
 * What httpYac makes of `Authorization: openid client_credentials local`: it requests a token with the variables
 * `local_tokenEndpoint`, `local_clientId` and so on, whose names begin with `oauth2` where nothing is said. Null for other headers.
 */
export function httpyacAuthorization(
  header: string,
  place: ImportPlace,
  { clients, names }: { clients: HttpyacClients; names: ReadonlySet<string> },
): DraftAuthorization | null {
  const [, grant = '', prefix = 'oauth2'] =
    /^(?:oauth2|openid)\s{1,20}([a-z_]{1,40})(?:\s{1,20}([A-Za-z_]\w{0,100}))?/i.exec(header) ?? []
  if (grant === '') return null
  if (!/^client(?:_credentials)?$/i.test(grant)) return otherGrant(grant.toLowerCase())
  const known = clients.get(prefix) ?? clientOf(prefix, place, names)
  clients.set(prefix, known)
  return { kind: 'client', client: known }
}

function clientOf(prefix: string, place: ImportPlace, names: ReadonlySet<string>): DraftClient {
  const always = (setting: string): string => `{{${prefix}_${setting}}}`
  const said = (setting: string): string => (names.has(`${prefix}_${setting}`) ? always(setting) : '')
  const [scope, audience] = [said('scope'), said('audience')]
  return {
    name: prefix === 'oauth2' ? '' : prefix,
    place,
    settings: {
      token_endpoint: always('tokenEndpoint'),
      client_id: always('clientId'),
      token_endpoint_auth_method: 'client_secret_basic',
      ...(scope === '' ? {} : { scope }),
      ...(audience === '' ? {} : { audience }),
    },
    secrets: { client_secret: always('clientSecret') },
  }
}
