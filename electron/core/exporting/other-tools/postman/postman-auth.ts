import type { EnvironmentInput } from '../../../../contract/environment.ts'
import type { ExportFact } from '../../../../contract/export-note.ts'
import { lostSettings } from '../without-place.ts'

/** The block of client credentials; `secret` names the variable of the client secret, null where there is none. */
export function postmanAuth(value: EnvironmentInput, secret: string | null): object {
  const { token_endpoint_auth_method: method } = value
  const row = (key: string, text: unknown) => ({ key, value: text, type: typeof text === 'string' ? 'string' : 'any' })
  const parameters = [
    ...bodyParameters(value).map((parameter) => requestParameter(parameter, 'request_body')),
    ...value.headers.map((header) => requestParameter(header, 'request_header')),
  ]
  return {
    type: 'oauth2',
    oauth2: [
      row('grant_type', 'client_credentials'),
      row('accessTokenUrl', value.token_endpoint),
      row('clientId', value.client_id),
      ...(secret === null ? [] : [row('clientSecret', `{{${secret}}}`)]),
      ...(value.scope === '' ? [] : [row('scope', value.scope)]),
      row('client_authentication', method === 'client_secret_basic' ? 'header' : 'body'),
      row('addTokenTo', 'header'),
      row('headerPrefix', 'Bearer'),
      row('tokenName', value.name),
      ...(parameters.length === 0 ? [] : [row('tokenRequestParams', parameters)]),
    ],
  }
}

export const hasClientSecret = ({ token_endpoint_auth_method: method }: EnvironmentInput): boolean =>
  method === 'client_secret_basic' || method === 'client_secret_post'

/** What the block has no place for. Certificates and proxies are settings of Postman itself, not of a collection. */
export function authFacts(value: EnvironmentInput): ExportFact[] {
  const { token_endpoint_auth_method: method, network } = value
  const isKnown = hasClientSecret(value) || /^(?:none|tls_client_auth|self_signed_tls_client_auth)$/.test(method)
  const { certificateFile } = network.clientCertificate
  return [
    ...(isKnown ? [] : [{ code: 'method_not_supported', evidence: { method } } as const]),
    ...(certificateFile === '' ? [] : [{ code: 'certificate_not_kept', evidence: { path: certificateFile } } as const]),
    ...(network.proxy.mode === 'explicit'
      ? [{ code: 'proxy_not_kept', evidence: { url: network.proxy.url } } as const]
      : []),
    ...lostSettings({
      // Postman writes both as they are.
      basicEncoding:
        method === 'client_secret_basic' && value.basicEncoding === 'form' && !/^[\w.*-]*$/.test(value.client_id),
      tokenBodyFormat: value.tokenBodyFormat !== 'form',
    }),
  ]
}

interface Parameter {
  name: string
  value: string
}

const bodyParameters = (value: EnvironmentInput): Parameter[] => [
  ...(value.audience === '' ? [] : [{ name: 'audience', value: value.audience }]),
  ...value.resource.map((resource) => ({ name: 'resource', value: resource })),
  ...value.parameters,
]

const requestParameter = ({ name, value }: Parameter, place: 'request_body' | 'request_header') => ({
  key: name,
  value,
  type: 'any',
  enabled: true,
  send_as: place,
})
