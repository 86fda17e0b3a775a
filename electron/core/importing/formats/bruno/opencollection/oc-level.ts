import type { ImportPlace } from '../../../../../contract/import-note.ts'
import type { DraftVariable } from '../../../drafts/import-draft.ts'
import type { BrunoAuth, BrunoAuthParameter, BrunoLevel, BrunoNote, BrunoPair } from '../bruno-collection.ts'
import { textOrJson } from '../../support/values.ts'
import { type Item, itemsAt, textAt, valueAt } from '../values.ts'

/** A value of OpenCollection, and where it is. */
export interface Placed {
  value: unknown
  at: (...path: readonly (string | number)[]) => ImportPlace
}

export const within = ({ value, at }: Placed, ...path: readonly (string | number)[]): Placed => ({
  value: valueAt(value, ...path),
  at: (...further) => at(...path, ...further),
})

export const pairOf = ({ members }: Item): BrunoPair => ({
  name: textAt(members, 'name'),
  value: valueText(valueAt(members, 'value')),
  enabled: valueAt(members, 'disabled') !== true && valueAt(members, 'enabled') !== false,
})

/** A value, or one with its type: `{ type: number, data: "3" }`; or of several that which is selected. */
function valueText(given: unknown): string {
  const variants = itemsAt(given).filter(({ members }) =>
    ['title', 'value'].every((name) => Object.hasOwn(members, name)),
  )
  const chosen = variants.find(({ members }) => valueAt(members, 'selected') === true) ?? variants[0]
  const value: unknown = chosen === undefined ? given : valueAt(chosen.members, 'value')
  const data = valueAt(value, 'data')
  return data === undefined ? textOrJson(value) : textAt(data)
}

export const docsOf = (value: unknown): string => textAt(value) || textAt(value, 'content')

/** `auth`, `headers`, `variables`, `scripts` of a collection or folder; of a request `auth` and `headers` are elsewhere. */
export function levelOf(request: Placed, auth: Placed, headers: Placed, docs: unknown): BrunoLevel {
  const variables = within(request, 'variables')
  return {
    auth: authOf(auth),
    headers: itemsAt(headers.value).map(pairOf),
    variables: variablesOf(variables),
    scripts: itemsAt(request.value, 'scripts').filter(({ members }) => textAt(members, 'code').trim() !== '').length,
    docs: docsOf(docs),
    notes: [...variableNotes(variables), ...answerNotes(within(request, 'actions'))],
    place: request.at(),
  }
}

export const variablesOf = ({ value }: Placed): DraftVariable[] =>
  itemsAt(value).flatMap((item) => {
    const { name, value: text, enabled } = pairOf(item)
    return enabled && name !== '' ? [{ name, value: text, secret: valueAt(item.members, 'secret') === true }] : []
  })

export const variableNotes = (variables: Placed): BrunoNote[] =>
  itemsAt(variables.value).flatMap((item) => {
    const { name, enabled } = pairOf(item)
    return enabled
      ? []
      : [{ fact: { code: 'variable_switched_off', evidence: { name } }, place: variables.at(item.index) } as const]
  })

const answerNotes = (actions: Placed): BrunoNote[] =>
  itemsAt(actions.value).flatMap(({ members, index }) => {
    const name = textAt(members, 'variable', 'name')
    if (name === '' || valueAt(members, 'disabled') === true) return []
    return [{ fact: { code: 'value_of_answer', evidence: { text: `{{${name}}}` } }, place: actions.at(index) } as const]
  })

const nameOfFlow = (flow: string): string => (flow === 'resource_owner_password_credentials' ? 'password' : flow)

/** The names that .bru files have for what OpenCollection has at these places. */
const oauth2Values: readonly (readonly [string, ...string[]])[] = [
  ['access_token_url', 'accessTokenUrl'],
  ['refresh_token_url', 'refreshTokenUrl'],
  ['client_id', 'credentials', 'clientId'],
  ['client_secret', 'credentials', 'clientSecret'],
  ['credentials_placement', 'credentials', 'placement'],
  ['scope', 'scope'],
  ['credentials_id', 'tokenConfig', 'id'],
  ['token_source', 'tokenConfig', 'source'],
  ['token_header_prefix', 'tokenConfig', 'placement', 'header'],
  ['token_query_key', 'tokenConfig', 'placement', 'query'],
]

const requests = [
  ['authorizationRequest', 'authorization'],
  ['accessTokenRequest', 'token'],
  ['refreshTokenRequest', 'refresh'],
] as const

export function authOf({ value, at }: Placed): BrunoAuth | null {
  if (value === undefined || value === null) return null
  const mode = typeof value === 'string' ? value : textAt(value, 'type')
  const base = { mode, place: at() }
  if (mode !== 'oauth2') {
    const names = ['username', 'password', 'token', 'key', 'value', 'placement']
    return { ...base, values: new Map(names.map((name) => [name, textAt(value, name)])), parameters: [] }
  }
  const placement = valueAt(value, 'tokenConfig', 'placement', 'query') === undefined ? 'header' : 'url'
  return {
    ...base,
    values: new Map([
      ['grant_type', nameOfFlow(textAt(value, 'flow'))],
      ['token_placement', placement],
      ...oauth2Values.map(([name, ...path]) => [name, textAt(value, ...path)] as const),
    ]),
    parameters: requests.flatMap(([name, of]) =>
      itemsAt(value, 'additionalParameters', name).map((item): BrunoAuthParameter => {
        const place = textAt(item.members, 'placement')
        return Object.assign(pairOf(item), {
          of,
          in: place === 'query' || place === 'body' ? place : 'header',
        } as const)
      }),
    ),
  }
}
