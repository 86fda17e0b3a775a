import { Buffer } from 'node:buffer'
import type { CallInput } from '../../contract/calls.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { ExchangeRequest } from '../../contract/exchange.ts'
import type { NetworkPolicy } from '../../contract/network-policy.ts'
import type { PreviewOutcome } from '../../contract/outcome.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import type { SecretName, TypedSecrets } from '../../contract/secret.ts'
import { type AuditDeps, recordEvent } from '../audit/record.ts'
import { findingsOfClient } from '../client/client-findings.ts'
import { type PreparedApiCall, type PreparedClient, prepareTokenRequest } from '../client/prepared-client.ts'
import { providerNotes } from '../client/provider-notes.ts'
import type { Flow } from '../core-context.ts'
import { curlNetwork } from '../curl/curl-network.ts'
import { curlCommand } from '../curl/curl.ts'
import { clientProblems } from '../environment/binding-problems.ts'
import type { CurrentEnvironment } from '../environment/current-environment.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import { type ApiSending, type CallDeps, carrierFor, prepareCall } from './call-api.ts'
import { tokenRequestOf, usableToken } from './obtain-token.ts'
import { carrying } from './send-api.ts'
import { describeAuthentication, secretsOf, withUserAgent } from './perform.ts'
import { completeHeaders } from '../http/request-headers.ts'
import type { HttpRequest, Proxy } from '../http/transcript.ts'
import { clientAuthMethods } from '../oauth/client-auth/credentials.ts'
import { problem, problemAt } from '../problem.ts'
import { proxyEvidence } from '../proxy/choose-proxy.ts'
import { proxyLabel } from '../proxy/proxy-url.ts'
import { tokenFingerprint } from '../token/token-fingerprint.ts'
import { describeRequest } from '../redaction/redact.ts'
import { secretNamesIn } from '../variables/resolve-call.ts'
import { curlNotes } from '../../wording/curl.ts'

type PreviewDeps = CallDeps & AuditDeps

/** The token request that would be sent. Its secrets are shown when they are asked for, which is recorded. */
export async function previewTokenRequest(
  deps: PreviewDeps,
  environment: CurrentEnvironment,
  { secrets: typed, reveal }: Pick<CallInput<'previewTokenRequest'>, 'secrets' | 'reveal'>,
  signal: AbortSignal,
): Promise<PreviewOutcome> {
  const built = await buildTokenRequest(deps, environment, signal)
  if (!built.ok) return { kind: 'not_sent', problems: built.problems }
  const { client, request, proxy } = built.value
  const { method } = client.credentials
  if (reveal) recordSecrets(deps, 'secret_revealed', client, { method, proxy, typed })
  const authentication = describeAuthentication(environment.value, method)
  const sent = { ...request, headers: completeHeaders(request, proxy) }
  const shown = describeRequest(sent, authentication, reveal ? null : secretsOf(deps, client.environment, null))
  return {
    kind: 'request',
    request: shown,
    curl: shownCurl(shown, environment.value.network, proxy),
    proxy: proxy === null ? null : proxyLabel(proxy),
    revealed: reveal,
    findings: [...findingsOfClient(client, deps.now()), ...providerNotes(environment.value)],
  }
}

/** The command of a request as it is shown: what is masked stays so, the credentials of a proxy too. */
function shownCurl(
  { method, url, headers, body }: ExchangeRequest,
  network: NetworkPolicy,
  proxy: Proxy | null,
): string {
  const bytes = body === null ? null : Buffer.from(body.text, body.encoding)
  const way = proxy === null ? null : { ...proxy, username: '', password: '' }
  return curlCommand({ method, url, headers, body: bytes }, curlNetwork(network, way))
}

/** The curl command for the token request, or for an API call with a token, whose secrets it holds as they are. */
export async function curlFor(
  deps: PreviewDeps,
  environment: CurrentEnvironment,
  api: Pick<ApiSending, 'request' | 'token'> | null,
  flow: Flow,
): Promise<Prepared<string>> {
  const built =
    api === null
      ? await buildTokenRequest(deps, environment, flow.signal)
      : await buildApiCall(deps, environment, api, flow)
  if (!built.ok) return built
  const { client, request, proxy } = built.value
  const method = api === null ? environment.value.token_endpoint_auth_method : 'none'
  // Whoever runs the command sends what is in it.
  const problems: FieldProblem[] = [
    ...tooLargeToCopy(request),
    ...clientProblems(deps, environment, { method, url: request.url }),
  ]
  if (problems.length > 0) return notPrepared(...problems)
  recordSecrets(deps, 'secret_copied', client, { method, proxy, typed: {} })
  const { accessToken } = built.value
  if (accessToken !== null)
    recordEvent(deps, 'token_copied', client.environment.id, { token: tokenFingerprint(accessToken) })
  const network = curlNetwork(environment.value.network, proxy)
  const toPut = api === null ? [] : secretNamesIn(environment, api.request)
  const notes = toPut.length === 0 ? network.notes : [curlNotes.variables(toPut), ...network.notes]
  return { ok: true, value: curlCommand(request, { ...network, notes }) }
}

/** Bytes that a command holds; a body that is one file is named by its path instead. */
const mostInCommand = 1 << 20

const tooLargeToCopy = ({ body, bodyFile = null }: Built['request']): FieldProblem[] =>
  body === null || bodyFile !== null || body.byteLength <= mostInCommand
    ? []
    : [problemAt('body', problem('body_too_large_to_copy', { most: String(mostInCommand) }))]

interface Built<Client extends PreparedApiCall = PreparedApiCall> {
  client: Client
  request: HttpRequest & { bodyFile?: string | null }
  proxy: Proxy | null
  /** The environment's token that the request carries, if any. */
  accessToken: string | null
}

async function buildTokenRequest(
  deps: PreviewDeps,
  environment: CurrentEnvironment,
  signal: AbortSignal,
): Promise<Prepared<Built<PreparedClient>>> {
  const client = await prepareTokenRequest(deps, environment, signal)
  return client.ok ? withProxy(client.value, withUserAgent(deps, await tokenRequestOf(deps, client.value))) : client
}

async function buildApiCall(
  deps: PreviewDeps,
  environment: CurrentEnvironment,
  api: Pick<ApiSending, 'request' | 'token'>,
  flow: Flow,
): Promise<Prepared<Built>> {
  const prepared = await prepareCall(deps, environment, api, flow.signal, 'names')
  if (!prepared.ok) return prepared
  const { built, token } = prepared.value
  const chosen = await carrierFor(deps, environment, token, usableToken, flow)
  if (chosen.kind === 'not_sent') return notPrepared(...chosen.problems)
  if (chosen.kind === 'none') {
    const { outcome } = chosen
    if (outcome.kind === 'not_sent') return notPrepared(...outcome.problems)
    return notPrepared(problemAt('access_token', problem('token_not_obtained')))
  }
  const { carrier } = chosen
  const accessToken = carrier.use === 'pasted' ? null : (carrier.carried?.accessToken ?? null)
  return withProxy(carrier.client, withUserAgent(deps, await carrying(deps, built, carrier)), accessToken)
}

/** With the proxy that the request would go through; the system may name what is none. */
async function withProxy<Client extends PreparedApiCall>(
  client: Client,
  request: Built['request'],
  accessToken: string | null = null,
): Promise<Prepared<Built<Client>>> {
  try {
    return {
      ok: true,
      value: { client, request, proxy: await client.connection.network.proxyFor(request.url), accessToken },
    }
  } catch (error) {
    return notPrepared(problemAt('network.proxy.mode', problem('system_proxy_unusable', proxyEvidence(error))))
  }
}

interface Shown {
  method: AuthMethod
  proxy: Proxy | null
  /** What a person has just typed is no secret to that person. */
  typed: TypedSecrets
}

/** Records which secrets a request holds as they are. */
function recordSecrets(
  deps: AuditDeps,
  kind: 'secret_revealed' | 'secret_copied',
  { environment: { id, secrets } }: PreparedApiCall,
  { method, proxy, typed }: Shown,
): void {
  const held: SecretName[] = clientAuthMethods[method].sendsSecret ? ['client_secret'] : []
  if (proxy !== null && proxy.password !== '') held.push('proxy_password')
  for (const secret of held) {
    if ((secrets[secret] ?? '') !== '' && typed[secret] === undefined) recordEvent(deps, kind, id, { secret })
  }
}
