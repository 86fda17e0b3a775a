import { notesOf, type ReadSettings } from './client-settings.ts'
import { isPlaceholder } from './placeholder.ts'
import { isJsonObject, jsonObjects } from './json-texts.ts'
import { plainAddress } from './request-endpoint.ts'
import { withoutEnding } from '../without-ending.ts'

/** What Keycloak gives a client as `keycloak.json`: the client's ID is called `resource` in it. */
export function readKeycloakAdapter(json: unknown): ReadSettings | undefined {
  const adapter = jsonObjects(json).find(
    (object) => typeof object['auth-server-url'] === 'string' && typeof object['realm'] === 'string',
  )
  if (adapter === undefined) return undefined
  const text = (name: string): string => (typeof adapter[name] === 'string' ? adapter[name].trim() : '')
  const credentials = adapter['credentials']
  const secret =
    isJsonObject(credentials) && typeof credentials['secret'] === 'string' ? credentials['secret'] : text('secret')
  const clientId = text('resource') || text('client-id') || text('clientId')
  return {
    fields: {
      ...(clientId === '' ? {} : { client_id: clientId }),
      ...(adapter['public-client'] === true && secret === '' ? { token_endpoint_auth_method: 'none' } : {}),
      ...(isJsonObject(credentials) && 'jwt' in credentials ? { token_endpoint_auth_method: 'private_key_jwt' } : {}),
    },
    secrets: secret === '' || isPlaceholder(secret) ? {} : { client_secret: secret },
    provider: {
      id: 'keycloak',
      placeholders: { base: withoutEnding(plainAddress(text('auth-server-url')), '/'), realm: text('realm') },
    },
    notes: notesOf({ secret_not_there: isPlaceholder(secret) ? ['client_secret'] : [] }),
  }
}
