import { asymmetricAlgorithms, symmetricAlgorithms } from '../../../../vocabulary/client-authentication.ts'
import type { DraftClient } from '../../drafts/import-draft.ts'
import { withScheme } from '../support/absolute-url.ts'
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
import { isSealed } from './yaak-template.ts'

/** What the authentication of a request, folder or workspace says; null where it has none, so that its parent decides. */
export function authenticationOf(model: Given, reader: Reader, name: string, call: string): Authentication | null {
  const type = textNamed(model.members, 'authenticationType')
  if (type === '') return null
  const given = givenNamed(model, 'authentication')
  const { members } = given
  if (type === 'none' || switchNamed(members, 'disabled') === true) return authorizedBy({ kind: 'none' })
  const template = (member: string) => reader.template(given, member, call)
  const text = (member: string): string => reader.text(given, member, call)
  switch (type) {
    case 'basic':
      return authorizedBy({ kind: 'basic', username: text('username'), password: text('password') })
    case 'bearer': {
      const token = reader.token(given, 'token', call)
      return headerAuthentication('Authorization', token && prefixed(valueOr(given, 'prefix', 'Bearer'), token))
    }
    case 'apikey':
      return textNamed(members, 'location') === 'query'
        ? queryAuthentication(template('key'), template('value'))
        : headerAuthentication(text('key'), text('value'))
    case 'oauth2':
      return oauth2Of(given, reader, name, call)
    default:
      return authorizedBy(otherAuthorization(type))
  }
}

/** The text, or what the form of Yaak has where nothing was entered. */
const valueOr = ({ members }: Given, name: string, preset: string): string =>
  Object.hasOwn(members, name) ? textNamed(members, name).trim() : preset

/** @see https://github.com/mountain-loop/yaak, plugins/auth-oauth2 */
function oauth2Of(given: Given, reader: Reader, name: string, call: string): Authentication {
  const grant = valueOr(given, 'grantType', 'authorization_code')
  if (grant !== 'client_credentials') return authorizedBy(otherGrant(grant))
  for (const [member, usual] of [
    ['headerName', 'Authorization'],
    ['headerPrefix', 'Bearer'],
  ] as const)
    if (valueOr(given, member, usual).toLowerCase() !== usual.toLowerCase())
      reader.note({ code: 'not_used', evidence: { name: member } }, given.at(member), call)
  return authorizedBy({ kind: 'client', client: clientOf(given, reader, name, call) })
}

function clientOf(given: Given, reader: Reader, name: string, call: string): DraftClient {
  const { members, at } = given
  const text = (member: string): string => reader.text(given, member, call).trim()
  const id = text('clientId')
  const [scope, audience] = [text('scope'), text('audience')]
  const isAssertion = textNamed(members, 'clientCredentialsMethod') === 'client_assertion'
  const { settings, secrets } = isAssertion ? assertionOf(given, reader, call) : secretOf(given, id, reader, call)
  return {
    name,
    place: at(),
    settings: {
      token_endpoint: withScheme(text('accessTokenUrl'), 'https'),
      client_id: id,
      ...settings,
      ...(scope === '' ? {} : { scope }),
      ...(audience === '' ? {} : { audience }),
    },
    secrets,
  }
}

type Credentials = Pick<DraftClient, 'settings' | 'secrets'>

/** A secret that only Yaak can decrypt is not one. */
function secretText(given: Given, name: string, reader: Reader, call: string): string {
  if (!isSealed(textNamed(given.members, name))) return reader.text(given, name, call).trim()
  reader.note({ code: 'encrypted_value', evidence: { name } }, given.at(name), call)
  return ''
}

function secretOf(given: Given, id: string, reader: Reader, call: string): Credentials {
  const secret = secretText(given, 'clientSecret', reader, call)
  const isBasic = textNamed(given.members, 'credentials') === 'basic'
  return {
    settings: isBasic ? basicMethod(id, secret) : { token_endpoint_auth_method: 'client_secret_post' },
    secrets: secret === '' ? {} : { client_secret: secret },
  }
}

function assertionOf(given: Given, reader: Reader, call: string): Credentials {
  const { members, at } = given
  const alg = valueOr(given, 'clientAssertionAlgorithm', 'HS256')
  const isSymmetric = alg.startsWith('HS')
  const known = [...symmetricAlgorithms, ...asymmetricAlgorithms].find((name) => name === alg)
  if (known === undefined)
    reader.note(
      { code: 'not_used', evidence: { name: 'clientAssertionAlgorithm' } },
      at('clientAssertionAlgorithm'),
      call,
    )
  if (switchNamed(members, 'clientAssertionSecretBase64') === true)
    reader.note(
      { code: 'not_used', evidence: { name: 'clientAssertionSecretBase64' } },
      at('clientAssertionSecretBase64'),
      call,
    )
  const key = secretText(given, 'clientAssertionSecret', reader, call)
  const name = isSymmetric ? 'client_secret' : 'private_key'
  return {
    settings: {
      token_endpoint_auth_method: isSymmetric ? 'client_secret_jwt' : 'private_key_jwt',
      ...(known === undefined ? {} : { assertion: { alg: known } }),
    },
    secrets: key === '' ? {} : { [name]: key },
  }
}
