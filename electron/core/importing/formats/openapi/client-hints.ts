import { authMethods } from '../../../../vocabulary/client-authentication.ts'
import type { SettingsFields } from '../../../../common/client-settings/client-settings.ts'
import type { TypedSecrets } from '../../../../contract/secret.ts'
import { membersOf, type Part, scalarText, textsAt } from './part.ts'

export interface ClientHints {
  settings: SettingsFields
  secrets: TypedSecrets
}

/**
 * What makers of tools write beside a flow, as members that begin with `x-`: `x-tokenEndpointAuthMethod` (Redocly),
 * `x-scalar-client-id`, `x-scalar-credentials-location`, `x-scalar-security-body` and `x-default-scopes` (Scalar), `x-audience`.
 */
export function hintsOf(parts: readonly Part[]): ClientHints {
  const settings: SettingsFields = {}
  const secrets: TypedSecrets = {}
  const parameters: { name: string; value: string }[] = []
  for (const [name, part] of parts.flatMap(membersOf)) {
    if (!name.startsWith('x-')) continue
    const text = scalarText(part)?.trim() ?? ''
    switch (
      name
        .slice(2)
        .replace(/^scalar-/, '')
        .replaceAll(/[-_]/g, '')
        .toLowerCase()
    ) {
      case 'tokenendpointauthmethod':
      case 'clientauthmethod':
      case 'clientauthentication': {
        const method = authMethods.find((known) => known === text)
        if (method !== undefined) settings.token_endpoint_auth_method = method
        break
      }
      case 'credentialslocation':
        if (text === 'header') settings.token_endpoint_auth_method = 'client_secret_basic'
        if (text === 'body') settings.token_endpoint_auth_method = 'client_secret_post'
        break
      case 'clientid':
        if (text !== '') settings.client_id = text
        break
      case 'clientsecret':
        if (text !== '') secrets.client_secret = text
        break
      case 'audience':
        if (text !== '') settings.audience = text
        break
      case 'resource':
        if (text !== '') settings.resource = [text]
        break
      case 'issuer':
        if (text !== '') settings.issuer = text
        break
      case 'securitybody':
      case 'tokenrequestparameters':
        for (const [field, value] of membersOf(part).slice(0, 50)) {
          const given = scalarText(value) ?? ''
          if (field === 'audience') settings.audience = given
          else parameters.push({ name: field, value: given })
        }
        break
      case 'defaultscopes':
        settings.scope = textsAt({ ...part, value: { scopes: part.value } }, 'scopes').join(' ')
        break
    }
  }
  return { settings: parameters.length === 0 ? settings : { ...settings, parameters }, secrets }
}
