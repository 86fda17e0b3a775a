import type { AuthMethod } from '../../contract/client-authentication.ts'
import { maxHeaders, maxParameters, maxResources } from '../../vocabulary/limits.ts'
import { type BasicCredentials, readBasicHeader, readBasicPair } from './basic-credentials.ts'
import { settingsOfAssertion } from './client-assertion.ts'
import { notesOf, type ReadSettings, type SettingsFields } from './client-settings.ts'
import { isCredential, isOfVariable, isPlaceholder, isSecretName } from './placeholder.ts'
import { providerOfUrl } from './provider-of-url.ts'
import { type Endpoint, endpointOf, ofProtocol, splitUrl } from './request-endpoint.ts'
import { formParameters, jsonParameters, type Parameter } from './request-parameters.ts'
import type { SentRequest } from './sent-request.ts'

/** Header fields that every client sends, or that only a browser means. */
const usual =
  /^(?:accept(?:-.*)?|content-(?:type|length)|host|user-agent|connection|cache-control|pragma|priority|origin|referer|dnt|te|upgrade-insecure-requests|sec-.*|if-.*|expect|x-requested-with)$/i

/**
 * The settings that make this token request, or one for introspection or revocation; undefined when it is none of them.
 * `variables` is what stands for a value in it, as it is written.
 */
export function settingsOfRequest(request: SentRequest, variables: readonly string[]): ReadSettings | undefined {
  const { url, ofQuery } = splitUrl(request.url)
  const isJson = request.body.trimStart().startsWith('{')
  const ofBody = isJson ? (jsonParameters(request.body) ?? []) : formParameters(request.body)
  const parameters = [...ofQuery, ...ofBody]
  const values = (name: string): string[] =>
    parameters.filter((parameter) => parameter.name === name).map(({ value }) => value)
  const first = (name: string): string => values(name)[0] ?? ''

  const basic = basicOf(request)
  const assertion = values('client_assertion')[0]
  const clientId = basic?.id ?? first('client_id')
  const isWithClient = clientId !== '' || assertion !== undefined
  const endpoint = endpointOf(url, values('grant_type').length > 0, values('token').length > 0)
  if (endpoint === null || !(isWithClient || values('grant_type').length > 0)) return undefined

  const isValue = (text: string): boolean => text !== '' && !isPlaceholder(text) && !isOfVariable(text, variables)
  const secret = basic?.secret ?? first('client_secret')
  const isKept = ({ name, value }: Parameter): boolean =>
    name !== '' && !isSecretName(name) && !isCredential(value) && (secret === '' || value !== secret)
  const grant = first('grant_type')
  const others = endpoint === 'token_endpoint' ? parameters.filter(({ name }) => !ofProtocol.has(name)) : []
  const further = [
    ...others,
    ...values('audience')
      .slice(1)
      .map((value) => ({ name: 'audience', value })),
  ]
  const headers = request.headers
    .filter(([name]) => !usual.test(name) && !/^authorization$/i.test(name))
    .map(([name, value]) => ({ name, value }))
  const authorization = basic === null ? request.headers.filter(([name]) => /^authorization$/i.test(name)) : []
  const fields: SettingsFields = {
    ...endpointField(endpoint, url),
    ...methodFields({ basic, assertion, hasSecret: values('client_secret').length > 0, isWithClient }),
    ...listed('client_id', clientId),
    ...listed('scope', values('scope').join(' ').trim()),
    ...listed('audience', first('audience')),
    ...(endpoint === 'token_endpoint' ? { tokenBodyFormat: isJson ? ('json' as const) : ('form' as const) } : {}),
    ...(values('resource').length > 0 ? { resource: [...new Set(values('resource'))].slice(0, maxResources) } : {}),
    ...keptOf('parameters', further.filter(isKept), maxParameters),
    ...keptOf('headers', headers.filter(isKept), maxHeaders),
  }
  return {
    fields,
    secrets: isValue(secret) ? { client_secret: secret } : {},
    provider: providerOfUrl(url),
    notes: notesOf({
      secret_not_there: secret === '' || isValue(secret) ? [] : ['client_secret'],
      placeholders: [clientId, url, first('scope'), first('audience')].filter(
        (text) => isPlaceholder(text) && !isOfVariable(text, variables),
      ),
      other_grant: grant === '' || grant === 'client_credentials' ? [] : [grant],
      form_encoded_basic: basic?.encoding === 'form' ? ['Authorization'] : [],
      assertion_not_kept: assertion === undefined ? [] : ['client_assertion'],
      not_kept: [
        ...[...further, ...headers].filter((one) => !isKept(one)),
        ...authorization.map(([name]) => ({ name })),
      ].flatMap(({ name }) => (name === '' ? [] : [name])),
      too_many: [
        ...(further.length > maxParameters ? ['parameters'] : []),
        ...(headers.length > maxHeaders ? ['headers'] : []),
        ...(values('resource').length > maxResources ? ['resource'] : []),
      ],
    }),
  }
}

function basicOf({ headers, basic }: SentRequest): BasicCredentials | null {
  if (basic !== null) return readBasicPair(basic)
  const header = headers.findLast(([name]) => /^authorization$/i.test(name))
  return header === undefined ? null : readBasicHeader(header[1])
}

function endpointField(endpoint: Endpoint, url: string): SettingsFields {
  return url === '' ? {} : { [endpoint]: url }
}

interface Credentials {
  basic: BasicCredentials | null
  assertion: string | undefined
  hasSecret: boolean
  isWithClient: boolean
}

/** How the client authenticates, by where its credentials are. */
function methodFields({ basic, assertion, hasSecret, isWithClient }: Credentials): SettingsFields {
  if (basic !== null) {
    const method: AuthMethod = 'client_secret_basic'
    const { encoding } = basic
    return { token_endpoint_auth_method: method, ...(encoding === null ? {} : { basicEncoding: encoding }) }
  }
  if (hasSecret) return { token_endpoint_auth_method: 'client_secret_post' }
  if (assertion !== undefined) return settingsOfAssertion(assertion)
  return isWithClient ? { token_endpoint_auth_method: 'none' } : {}
}

const listed = (name: 'client_id' | 'scope' | 'audience', value: string): SettingsFields =>
  value === '' ? {} : { [name]: value }

function keptOf(name: 'parameters' | 'headers', all: readonly Parameter[], most: number): SettingsFields {
  const kept = all.slice(0, most)
  return kept.length === 0 ? {} : { [name]: kept }
}
