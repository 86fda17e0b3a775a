import { maxHeaders, maxParameters, maxResources } from '../../../../vocabulary/limits.ts'
import type { ImportFact, ImportPlace } from '../../../../contract/import-note.ts'
import type { SettingsFields } from '../../../../common/client-settings/client-settings.ts'
import { memberNamed } from '../../../json/json-members.ts'
import type { DraftAuthorization, DraftClient } from '../../drafts/import-draft.ts'
import { otherAuthorization, otherGrant } from '../support/authentication.ts'
import { knownParameters } from '../support/known-parameters.ts'
import { withParameters } from '../support/query-text.ts'
import { textOf, textOrJson } from '../support/values.ts'
import { rowsOf, textsOf } from './postman-values.ts'

interface Parameter {
  name: string
  value: string
}

/** The names of RFC 6749 for what Postman calls grants. */
const grants: Readonly<Record<string, string>> = {
  authorization_code_with_pkce: 'authorization_code',
  password_credentials: 'password',
}

/** What an OAuth 2.0 block says, its parameters by name. Those of other grants stay in it when a person changes the grant. */
export function readOauth2(
  parameters: ReadonlyMap<string, unknown>,
  name: string,
  place: ImportPlace,
): { authorization: DraftAuthorization; facts: readonly ImportFact[] } {
  const text = (key: string): string => textsOf(parameters.get(key))[0]?.trim() ?? ''
  const grant = grantOf(text)
  if (grant !== 'client_credentials') {
    const authorization =
      grant === '' ? otherAuthorization('oauth2') : otherGrant((memberText(grants, grant) || grant).slice(0, 100))
    return { authorization, facts: [] }
  }
  const { authentication, facts } = authenticationOf(text('client_authentication'))
  const secret = textsOf(parameters.get('clientSecret'))[0] ?? ''
  const extra = extraParameters(parameters)
  const named = knownParameters(extra.body, text('audience'))
  const client: DraftClient = {
    name,
    place,
    settings: {
      token_endpoint: withParameters(text('accessTokenUrl'), extra.url),
      client_id: text('clientId'),
      ...authentication,
      ...nonEmpty('scope', text('scope')),
      ...nonEmpty('audience', named.audience),
      ...listed('resource', [...textsOf(parameters.get('resource')), ...named.resource], maxResources),
      ...listed('parameters', named.others, maxParameters),
      ...listed('headers', extra.header, maxHeaders),
    },
    secrets: secret === '' ? {} : { client_secret: secret },
  }
  return { authorization: { kind: 'client', client }, facts: [...facts, ...tokenFacts(text)] }
}

/** Without a grant, older versions show an access token, or mean the one of a browser where they name its URL. */
function grantOf(text: (key: string) => string): string {
  if (text('grant_type') !== '') return text('grant_type')
  if (text('authUrl') !== '') return 'authorization_code'
  return text('accessTokenUrl') !== '' && text('clientId') !== '' ? 'client_credentials' : ''
}

/** Postman writes id and secret into the header as they are. @see https://github.com/postmanlabs/postman-app-support/issues/11850 */
function authenticationOf(method: string): { authentication: SettingsFields; facts: ImportFact[] } {
  if (method === 'body') return { authentication: { token_endpoint_auth_method: 'client_secret_post' }, facts: [] }
  return {
    authentication: { token_endpoint_auth_method: 'client_secret_basic', basicEncoding: 'raw' },
    facts: method === 'header' ? [] : [{ code: 'method_guessed', evidence: { method: 'client_secret_basic' } }],
  }
}

/** Parameters of the token request, by where they go. */
function extraParameters(parameters: ReadonlyMap<string, unknown>): Record<'body' | 'url' | 'header', Parameter[]> {
  const rows = rowsOf(parameters.get('tokenRequestParams'))
    .filter(({ key, enabled }) => enabled && key !== '')
    .map((row) => ({
      name: row.key,
      value: textOrJson(row.value),
      place: textOf(memberNamed(row.members, 'send_as')),
    }))
  const sent = (isThere: (place: string) => boolean): Parameter[] =>
    rows.filter(({ place }) => isThere(place)).map(({ name, value }) => ({ name, value }))
  return {
    url: sent((place) => place === 'request_url'),
    header: sent((place) => place === 'request_header'),
    body: sent((place) => place !== 'request_url' && place !== 'request_header'),
  }
}

function tokenFacts(text: (key: string) => string): ImportFact[] {
  const prefix = text('headerPrefix')
  return [
    ...(text('addTokenTo') === 'queryParams' ? [{ code: 'token_in_query', evidence: {} } as const] : []),
    ...(prefix === '' || /^bearer$/i.test(prefix)
      ? []
      : [{ code: 'not_used', evidence: { name: 'headerPrefix' } } as const]),
  ]
}

const nonEmpty = (name: 'scope' | 'audience', value: string): SettingsFields => (value === '' ? {} : { [name]: value })

const listed = <Item>(name: 'resource' | 'parameters' | 'headers', items: readonly Item[], most: number) =>
  items.length === 0 ? {} : { [name]: items.slice(0, most) }

const memberText = (members: Readonly<Record<string, string>>, name: string): string =>
  textOf(memberNamed(members, name))
