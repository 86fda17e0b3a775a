import { authMethods } from '../../../vocabulary/client-authentication.ts'
import { oneOf } from '../../one-of.ts'
import { withoutEnding } from '../../without-ending.ts'
import { notesOf, type ReadSettings, type SettingsFields } from '../client-settings.ts'
import { isPlaceholder } from '../placeholder.ts'
import { meantTexts, type Meant } from './choose-named.ts'
import { type NamedText, wordsOf } from './named-text.ts'
import { namedProxy } from './named-proxy.ts'
import { plainAddress } from '../request-endpoint.ts'
import { knownProvider, serverFields, type Take } from './named-server.ts'

/** Texts that are read of one file. */
const most = 2000

/** The settings that texts have by their names; undefined when they are of no client and no server. */
export function settingsOfNames(texts: readonly NamedText[]): ReadSettings | undefined {
  const meant = meantTexts(texts.slice(0, most))
  const used = new Set<string>()
  const take: Take = (meaning, isMeant = () => true) => {
    const found = meant.find((one) => one.meaning === meaning && isMeant(one))
    if (found !== undefined) used.add(found.name)
    return found?.text.trim() ?? ''
  }

  const clientId = take('client_id') || (isWithCredentials(meant) ? take('app_id') : '')
  const secret = take('client_secret') || (clientId === '' ? '' : take('weak_secret', besideClient(meant, texts)))
  const privateKey = take('private_key', ({ text }) => isPrivateKey(text)) || pemOf(texts, used)
  const method = oneOf(authMethods, methods[take('method').toLowerCase()] ?? '')
  const server = serverFields(take)
  const { provider, base } = knownProvider({ meant, take, addresses: [server.token_endpoint, server.issuer] })
  const issuer = server.issuer ?? (provider === null ? base : '')
  const scope = scopeOf(take('scope'))
  const grants = texts.filter(({ name }) => isGrantType(name)).map(({ text }) => text.trim().toLowerCase())
  const isOurs = grants.includes('client_credentials')
  if (isOurs) for (const { name } of texts.filter((one) => isGrantType(one.name))) used.add(name)
  const { fields: network, password } = namedProxy(
    take('proxy', ({ name }) => /^https_/i.test(name)) || take('proxy'),
    take('proxy_bypass'),
  )
  const resource = take('resource', ({ text }) => /^[a-z][a-z0-9+.-]*:/i.test(text))
  const fields: SettingsFields = {
    ...server,
    ...textField('issuer', issuer),
    ...(provider?.id === 'okta' && base !== '' && issuer === '' && scope.startsWith('okta.') ? oktaOrg(base) : {}),
    ...(clientId === '' ? {} : { client_id: clientId }),
    ...(method === null
      ? secret === '' && privateKey !== ''
        ? { token_endpoint_auth_method: 'private_key_jwt' }
        : {}
      : { token_endpoint_auth_method: method }),
    ...(privateKey === '' ? {} : keyIdField(take('key_id'))),
    ...textField('scope', scope),
    ...textField('audience', take('audience')),
    ...(resource === '' ? {} : { resource: [plainAddress(resource)] }),
    ...(clientId === '' ? {} : textField('name', take('name'))),
    ...network,
  }
  const isOfClient = clientId !== '' || secret !== '' || server.token_endpoint !== undefined
  const isOfServer = server.issuer !== undefined || (provider !== null && base !== '')
  if (!isOfClient && !isOfServer) return undefined
  const isThere = (text: string): boolean => text !== '' && !isPlaceholder(text)
  return {
    fields,
    secrets: {
      ...(isThere(secret) ? { client_secret: secret } : {}),
      ...(privateKey === '' ? {} : { private_key: privateKey }),
      ...(password === '' ? {} : { proxy_password: password }),
    },
    provider,
    notes: notesOf({
      secret_not_there: secret !== '' && !isThere(secret) ? ['client_secret'] : [],
      placeholders: [clientId, issuer, server.token_endpoint ?? ''].filter(isPlaceholder),
      other_grant: isOurs ? [] : grants.filter((grant) => grant !== ''),
      not_used: texts.flatMap(({ name, text }) => (used.has(name) || text === '' ? [] : [name])),
      too_many: texts.length > most ? ['names'] : [],
    }),
  }
}

const isGrantType = (name: string): boolean => /grant_?type$/.test(wordsOf(name).join('_'))

/** Scopes of Okta's own API are of the server of the organization, which the preset does not have. */
const oktaOrg = (base: string): SettingsFields => ({
  issuer: base,
  token_endpoint: `${withoutEnding(base, '/')}/oauth2/v1/token`,
})

/** Apps of other kinds have IDs as well. */
const isWithCredentials = (meant: readonly Meant[]): boolean =>
  meant.some(({ meaning }) => ['client_secret', 'weak_secret', 'private_key', 'tenant'].includes(meaning))

/** What is simply called `secret` is that of a client when its ID is called as simply, and no user is. */
const besideClient =
  (meant: readonly Meant[], texts: readonly NamedText[]) =>
  ({ before }: Meant): boolean =>
    meant.some((one) => /^(?:client|app)_id$/.test(one.meaning) && one.before.join() === before.join()) &&
    !texts.some(({ name }) => /user(?:_?name)?$|e-?mail$/i.test(name))

const methods: Readonly<Record<string, string>> = {
  ...Object.fromEntries(authMethods.map((method) => [method, method])),
  basic: 'client_secret_basic',
  basicauth: 'client_secret_basic',
  header: 'client_secret_basic',
  client_secret: 'client_secret_basic',
  post: 'client_secret_post',
  body: 'client_secret_post',
  form: 'client_secret_post',
  params: 'client_secret_post',
  request_body: 'client_secret_post',
}

const isPrivateKey = (text: string): boolean => /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)

/** A private key of any name. */
function pemOf(texts: readonly NamedText[], used: Set<string>): string {
  const found = texts.find(({ text }) => isPrivateKey(text))
  if (found !== undefined) used.add(found.name)
  return found?.text.trim() ?? ''
}

const keyIdField = (kid: string): SettingsFields => (kid === '' ? {} : { assertion: { kid } })

/** A list may be separated by commas. */
const scopeOf = (text: string): string =>
  text
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(' ')

const textField = (name: 'issuer' | 'scope' | 'audience' | 'name', text: string): SettingsFields =>
  text === '' ? {} : { [name]: text }
