import { membersOf } from '../support/values.ts'
import type { BrunoAuth, BrunoAuthParameter } from './bruno-collection.ts'
import { pairOf, type Placed } from './opencollection/oc-level.ts'
import { itemsAt, textAt, valueAt } from './values.ts'

const names = new Map([
  ['grantType', 'grant_type'],
  ['accessTokenUrl', 'access_token_url'],
  ['refreshTokenUrl', 'refresh_token_url'],
  ['clientId', 'client_id'],
  ['clientSecret', 'client_secret'],
  ['credentialsPlacement', 'credentials_placement'],
  ['credentialsId', 'credentials_id'],
  ['tokenPlacement', 'token_placement'],
  ['tokenHeaderPrefix', 'token_header_prefix'],
  ['tokenQueryKey', 'token_query_key'],
  ['tokenSource', 'token_source'],
])

const placements = new Map<string, BrunoAuthParameter['in']>([
  ['queryparams', 'query'],
  ['body', 'body'],
])

/** The auth block of a request, folder or collection; null where it has none. */
export function authOf(auth: Placed): BrunoAuth | null {
  const mode = textAt(auth.value, 'mode')
  if (mode === '') return null
  const settings: unknown = valueAt(auth.value, mode)
  return {
    mode,
    values: new Map(Object.keys(membersOf(settings)).map((name) => [names.get(name) ?? name, textAt(settings, name)])),
    parameters: (['authorization', 'token', 'refresh'] as const).flatMap((of) =>
      itemsAt(settings, 'additionalParameters', of).map((item): BrunoAuthParameter => {
        const place = placements.get(textAt(item.members, 'sendIn')) ?? 'header'
        return Object.assign(pairOf(item), { of, in: place })
      }),
    ),
    place: auth.at(),
  }
}
