import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { FlowPlan } from '../../contract/flow.ts'
import { quoted, wordOfText } from '../../common/shell-words.ts'
import { curlLines } from '../../wording/flow/explanations/curl-lines.ts'
import type { FlowFacts } from '../flow-facts.ts'
import { clientPart } from './client-part.ts'
import { curlCommand, formParameter, jsonBody, type Piece, urlWord } from './words.ts'

type Parameters = readonly (readonly [name: string, value: Piece])[]
type Facts = Pick<FlowFacts, 'basicEncoding' | 'extras'>

const token: Parameters = [
  ['token', { variable: 'ACCESS_TOKEN' }],
  ['token_type_hint', 'access_token'],
]
const bearer = '-H "Authorization: Bearer $ACCESS_TOKEN"'
const proof = '-H "DPoP: $DPOP_PROOF"'

/** @see RFC 6749 §4.4.2 */
export function tokenRequestCurl(plan: FlowPlan, facts: Facts): string {
  const client = clientOf(plan, facts, plan.authentication)
  const parameters: Parameters = [
    ['grant_type', 'client_credentials'],
    ...client.parameters,
    ...(plan.scope === '' ? [] : [['scope', plan.scope] as const]),
    ...(plan.audience === '' ? [] : [['audience', plan.audience] as const]),
    ...plan.resource.map((resource) => ['resource', resource] as const),
  ]
  const options = [
    ...wayOf(plan),
    ...client.options,
    ...(plan.hasProof ? [proof] : []),
    ...bodyOf(plan.bodyFormat, parameters),
  ]
  const notes = [...client.notes, ...(facts.extras === 0 ? [] : [curlLines.extras(facts.extras)])]
  return curlCommand(urlWord(plan.token_endpoint, 'TOKEN_ENDPOINT'), options, notes)
}

/** @see RFC 7662 §2.1 */
export function introspectionCurl(plan: FlowPlan, facts: Facts): string {
  const { authentication, bodyFormat, responseFormat } = plan.introspection
  const isClient = authentication !== 'none' && authentication !== 'bearer_token_itself'
  const method = authentication === 'client' ? plan.authentication : isClient ? authentication : null
  const client = method === null ? null : clientOf(plan, facts, method)
  const options = [
    ...wayOf(plan),
    ...(responseFormat === 'jwt' ? ["-H 'Accept: application/token-introspection+jwt'"] : []),
    ...(authentication === 'bearer_token_itself' ? [bearer] : []),
    ...(client?.options ?? []),
    ...bodyOf(bodyFormat, [...token, ...(client?.parameters ?? [])]),
  ]
  return curlCommand(urlWord(plan.introspection_endpoint, 'INTROSPECTION_ENDPOINT'), options, client?.notes)
}

/** How an API would ask, with its own credentials. */
export function apiIntrospectionCurl(plan: FlowPlan): string {
  const options = ['-u "$API_CLIENT_ID":"$API_CLIENT_SECRET"', ...bodyOf('form', token)]
  return plan.introspection_endpoint === ''
    ? ''
    : curlCommand(urlWord(plan.introspection_endpoint, 'INTROSPECTION_ENDPOINT'), options)
}

/** @see RFC 7009 §2.1 */
export function revocationCurl(plan: FlowPlan, facts: Facts): string {
  const client = clientOf(plan, facts, plan.authentication)
  const options = [...wayOf(plan), ...client.options, ...bodyOf('form', [...token, ...client.parameters])]
  return curlCommand(urlWord(plan.revocation_endpoint, 'REVOCATION_ENDPOINT'), options, client.notes)
}

/** @see RFC 6750 §2.1, RFC 9449 §7.1 */
export function apiCallCurl(plan: FlowPlan, further: readonly string[] = []): string {
  const { method = 'GET', url = '' } = plan.call ?? {}
  const options = [
    ...(method === 'GET' ? [] : [method === 'HEAD' ? '--head' : `-X ${quoted(method)}`]),
    ...wayOf(plan),
    ...(plan.hasProof ? ['-H "Authorization: DPoP $ACCESS_TOKEN"', proof] : [bearer]),
    ...further,
  ]
  return curlCommand(urlWord(url, 'API_URL'), options)
}

/** @see RFC 7517 §5 */
export const keysCurl = (plan: FlowPlan): string => curlCommand(urlWord(plan.jwks_uri, 'JWKS_URI'), wayOf(plan))

const clientOf = ({ client_id }: FlowPlan, { basicEncoding }: Facts, method: AuthMethod) =>
  clientPart({ client_id, method, basicEncoding })

function wayOf({ proxy, authentication, hasClientCertificate }: FlowPlan): string[] {
  return [
    ...(proxy === null ? [] : [`--proxy ${wordOfText(proxy)}`]),
    ...(hasClientCertificate || authentication.endsWith('tls_client_auth')
      ? ['--cert client-certificate.pem --key client-key.pem']
      : []),
  ]
}

const bodyOf = (format: 'form' | 'json', parameters: Parameters): string[] =>
  format === 'form'
    ? parameters.map(([name, value]) => formParameter(name, value))
    : ["-H 'Content-Type: application/json'", jsonBody(parameters)]
