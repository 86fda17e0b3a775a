import type { Members } from '../../../json/json-members.ts'
import type { DraftClient } from '../../drafts/import-draft.ts'
import {
  type Authentication,
  authorizedBy,
  basicMethod,
  headerAuthentication,
  otherAuthorization,
  otherGrant,
  prefixed,
  queryAuthentication,
} from '../support/authentication.ts'
import { type Given, givenNamed, switchNamed, textNamed } from '../support/given.ts'
import type { Reader } from '../support/reader.ts'
import { withScheme } from '../support/absolute-url.ts'

/**
 * What the authentication of a request or folder says; null where it says nothing or is switched off, so that its folder
 * decides. `name` is that of the folder.
 */
export function authenticationOf(item: Given, reader: Reader, name: string, call: string): Authentication | null {
  const given = givenNamed(item, 'authentication')
  const { members } = given
  const type = textNamed(members, 'type')
  if (type === '' || switchNamed(members, 'disabled') === true) return null
  const text = (member: string): string => reader.text(given, member, call)
  switch (type) {
    case 'none':
      return authorizedBy({ kind: 'none' })
    case 'basic':
      return authorizedBy({ kind: 'basic', username: text('username'), password: text('password') })
    case 'bearer':
    case 'singleToken': {
      const token = reader.token(given, 'token', call)
      return headerAuthentication('Authorization', token && prefixed(text('prefix').trim() || 'Bearer', token.trim()))
    }
    case 'apikey':
      return apiKeyOf(given, reader, call)
    case 'oauth2':
      return oauth2Of(given, reader, name, call)
    default:
      return authorizedBy(otherAuthorization(type))
  }
}

function apiKeyOf(given: Given, reader: Reader, call: string): Authentication {
  const template = (member: string) => reader.template(given, member, call)
  const text = (member: string): string => reader.text(given, member, call)
  const where = textNamed(given.members, 'addTo')
  if (where === 'queryParams') return queryAuthentication(template('key'), template('value'))
  if (where === 'cookie') return headerAuthentication('Cookie', `${text('key')}=${text('value')}`)
  return headerAuthentication(text('key'), text('value'))
}

/** @see https://github.com/Kong/insomnia, packages/insomnia/src/network/o-auth-2/get-token.ts */
function oauth2Of(given: Given, reader: Reader, name: string, call: string): Authentication {
  const { members, at } = given
  const grant = textNamed(members, 'grantType') || 'authorization_code'
  if (grant !== 'client_credentials') return authorizedBy(otherGrant(grant))
  const prefix = textNamed(members, 'tokenPrefix').trim()
  if (prefix !== '' && !/^bearer$/i.test(prefix))
    reader.note({ code: 'not_used', evidence: { name: 'tokenPrefix' } }, at('tokenPrefix'), call)
  return authorizedBy({ kind: 'client', client: clientOf(given, reader, name, call) })
}

function clientOf(given: Given, reader: Reader, name: string, call: string): DraftClient {
  const text = (member: string): string => reader.text(given, member, call).trim()
  const [id, secret, scope, audience, resource] = [
    text('clientId'),
    text('clientSecret'),
    text('scope'),
    text('audience'),
    text('resource'),
  ]
  const origin = text('origin')
  return {
    name,
    place: given.at(),
    settings: {
      token_endpoint: withScheme(text('accessTokenUrl'), 'http'),
      client_id: id,
      ...methodOf(given.members, id, secret),
      ...(scope === '' ? {} : { scope }),
      ...(audience === '' ? {} : { audience }),
      ...(resource === '' ? {} : { resource: [resource] }),
      ...(origin === '' ? {} : { headers: [{ name: 'Origin', value: origin }] }),
    },
    secrets: secret === '' ? {} : { client_secret: secret },
  }
}

/** Without a secret, the ID in the body is all there is. */
function methodOf(members: Members, id: string, secret: string): DraftClient['settings'] {
  if (switchNamed(members, 'credentialsInBody') !== true) return basicMethod(id, secret)
  return { token_endpoint_auth_method: secret === '' ? 'none' : 'client_secret_post' }
}
