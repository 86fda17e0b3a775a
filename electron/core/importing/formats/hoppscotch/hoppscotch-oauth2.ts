import { maxHeaders, maxParameters, maxResources } from '../../../../vocabulary/limits.ts'
import type { ImportFact, ImportPlace } from '../../../../contract/import-note.ts'
import { type Members, memberNamed } from '../../../json/json-members.ts'
import type { DraftAuthorization, DraftClient } from '../../drafts/import-draft.ts'
import { otherGrant } from '../support/authentication.ts'
import { knownParameters } from '../support/known-parameters.ts'
import { withParameters } from '../support/query-text.ts'
import { textOf } from '../support/values.ts'
import { type HoppRow, hoppRows, hoppText } from './hoppscotch-values.ts'

/** `CLIENT_CREDENTIALS` calls its token endpoint `authEndpoint`. Before version 3 there was one grant, that of the browser. */
export function readHoppOauth2(
  auth: Members,
  info: Members,
  name: string,
  place: ImportPlace,
): { authorization: DraftAuthorization; facts: readonly ImportFact[] } {
  const grant = textOf(memberNamed(info, 'grantType')).toLowerCase().slice(0, 100) || 'authorization_code'
  if (grant !== 'client_credentials') return { authorization: otherGrant(grant), facts: [] }
  const text = (key: string): string => hoppText(memberNamed(info, key)).trim()
  const rows = hoppRows(memberNamed(info, 'tokenRequestParams')).filter(({ key, enabled }) => enabled && key !== '')
  const sent = (place: string) => rows.filter(({ members }) => placeOf(members) === place).map(parameterOf)
  const { audience, resource, others } = knownParameters(sent('body'))
  const [inBody, inHeaders] = [others.slice(0, maxParameters), sent('headers').slice(0, maxHeaders)]
  const client: DraftClient = {
    name,
    place,
    settings: {
      token_endpoint: withParameters(text('authEndpoint') || text('tokenEndpoint'), sent('url')),
      client_id: text('clientID'),
      token_endpoint_auth_method:
        text('clientAuthentication') === 'AS_BASIC_AUTH_HEADERS' ? 'client_secret_basic' : 'client_secret_post',
      ...(text('scopes') === '' ? {} : { scope: text('scopes') }),
      ...(audience === '' ? {} : { audience }),
      ...(resource.length === 0 ? {} : { resource: resource.slice(0, maxResources) }),
      ...(inBody.length === 0 ? {} : { parameters: inBody }),
      ...(inHeaders.length === 0 ? {} : { headers: inHeaders }),
    },
    secrets: text('clientSecret') === '' ? {} : { client_secret: text('clientSecret') },
  }
  const isInQuery = /^query/i.test(textOf(memberNamed(auth, 'addTo')))
  return {
    authorization: { kind: 'client', client },
    facts: isInQuery ? [{ code: 'token_in_query', evidence: {} }] : [],
  }
}

const placeOf = (row: Members): string => textOf(memberNamed(row, 'sendIn')) || 'headers'
const parameterOf = ({ key, value }: HoppRow) => ({ name: key, value })
