import type { ReadSettings, SettingsFields } from '../../../../common/client-settings/client-settings.ts'
import { isJsonObject, type JsonObjectLike } from '../../../../common/client-settings/json-texts.ts'
import { isPlaceholder } from '../../../../common/client-settings/placeholder.ts'

/** Clients of one file that are read. */
const most = 1000

/**
 * The clients of a realm, or the one, that Keycloak exports: those with a service account can request tokens for themselves.
 * Null for other files, and without a grant of ours an empty list.
 * @see https://www.keycloak.org/docs/latest/server_admin/#_service_accounts
 */
export function keycloakExport(value: unknown): ReadSettings[] | null {
  if (!isJsonObject(value)) return null
  const list = Array.isArray(value['clients']) ? value['clients'].slice(0, most) : [value]
  const clients = list.filter(isJsonObject).filter(isClient)
  if (clients.length === 0) return null
  const realm = textOf(value['realm'])
  return clients.filter((client) => client['serviceAccountsEnabled'] === true).map((client) => read(client, realm))
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const isClient = (one: JsonObjectLike): boolean =>
  textOf(one['clientId']) !== '' && typeof one['serviceAccountsEnabled'] === 'boolean'

const methods: Readonly<Record<string, NonNullable<SettingsFields['token_endpoint_auth_method']>>> = {
  'client-jwt': 'private_key_jwt',
  'client-secret-jwt': 'client_secret_jwt',
  'client-x509': 'tls_client_auth',
}

function read(client: JsonObjectLike, realm: string): ReadSettings {
  const secret = textOf(client['secret'])
  const method = methods[textOf(client['clientAuthenticatorType'])]
  return {
    fields: {
      client_id: textOf(client['clientId']),
      ...(method === undefined ? {} : { token_endpoint_auth_method: method }),
    },
    secrets: secret === '' || isPlaceholder(secret) ? {} : { client_secret: secret },
    provider: { id: 'keycloak', placeholders: realm === '' ? {} : { realm } },
    notes: [],
  }
}
