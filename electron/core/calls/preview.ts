import { problem, problemAt } from '../problem.ts'
import type { ApiRequest } from '../../contract/api-call.ts'
import type { Api } from '../../contract/calls.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import type { CopyOutcome } from '../../contract/outcome.ts'
import { providerNotes } from '../client/provider-notes.ts'
import type { SecretName, TypedSecrets } from '../../contract/secret.ts'
import { curlCommand, curlOfExchange } from '../curl/curl.ts'
import { curlNetwork } from '../curl/curl-network.ts'
import { proxyLabel } from '../proxy/proxy-url.ts'
import { describeRequest } from '../redaction/redact.ts'
import { completeHeaders } from '../http/request-headers.ts'
import type { HttpRequest, Proxy } from '../http/transcript.ts'
import { apiRequestOf } from './api-calls.ts'
import { recordEvent } from './audit.ts'
import { findingsOfClient } from '../client/client-findings.ts'
import {
  type CallContext,
  type CoreContext,
  findEnvironment,
  type CurrentEnvironment,
  currentEnvironment,
} from '../environment/current-environment.ts'
import { tokenRequestOf, usableToken } from '../flow/obtain-token.ts'
import { clientProblems, tokenProblems } from '../environment/binding-problems.ts'
import { environmentGone, notPrepared, type Prepared } from '../environment/problems.ts'
import { type PreparedApiCall, type PreparedClient, prepareTokenRequest } from '../client/prepared-client.ts'
import { describeAuthentication, secretsOf, withUserAgent } from '../flow/send.ts'
import { errorMessage } from '../error-message.ts'

type PreviewCalls = Pick<Api<CallContext>, 'previewTokenRequest' | 'copyAsCurl'>

/** Requests that are shown or copied, and not sent. They are built by the same functions as those that are sent. */
export function previewCalls(core: CoreContext): PreviewCalls {
  return {
    previewTokenRequest: async ({ environmentId, value, secrets, reveal }, context) => {
      const environment = currentEnvironment(core, environmentId, value, { typed: secrets, offline: true })
      const built = await buildTokenRequest(core, environment, context)
      if (!built.ok) return { kind: 'not_sent', problems: built.problems }
      const { client, request } = built.value
      const chosen = await proxyOf(client, request.url)
      if (!chosen.ok) return { kind: 'not_sent', problems: chosen.problems }
      const proxy = chosen.value
      if (reveal)
        recordSecrets(core, 'secret_revealed', client, { method: client.credentials.method, proxy, typed: secrets })
      const authentication = describeAuthentication(environment.value, client.credentials.method)
      const sent = { ...request, headers: completeHeaders(request, proxy) }
      return {
        kind: 'request',
        request: describeRequest(sent, authentication, reveal ? null : secretsOf(core, client.environment)),
        proxy: proxy === null ? null : proxyLabel(proxy),
        revealed: reveal,
        findings: [...findingsOfClient(client, core.ports.now()), ...providerNotes(environment.value)],
      }
    },

    copyAsCurl: async (input, context) => {
      if (input.kind === 'exchange') {
        const exchange = core.ports.workspace.exchanges.get(input.id)
        if (exchange === null) return notSent(problemAt('id', problem('exchange_gone')))
        core.ports.copySecret(curlOfExchange(exchange))
        return { kind: 'copied' }
      }
      const environment = findEnvironment(core, input.environmentId)
      if (environment === null) return notSent(environmentGone)
      const built =
        input.kind === 'token'
          ? await buildTokenRequest(core, environment, context)
          : await buildApiCall(core, environment, input.request, context)
      if (!built.ok) return { kind: 'not_sent', problems: built.problems }
      const { client, request } = built.value
      const chosen = await proxyOf(client, request.url)
      if (!chosen.ok) return { kind: 'not_sent', problems: chosen.problems }
      const proxy = chosen.value
      const method = input.kind === 'token' ? environment.value.token_endpoint_auth_method : 'none'
      // Whoever runs the command sends what is in it.
      const problems = clientProblems(core, environment, { method, url: request.url })
      if (problems.length > 0) return { kind: 'not_sent', problems }
      recordSecrets(core, 'secret_copied', client, { method, proxy, typed: {} })
      core.ports.copySecret(curlCommand(request, curlNetwork(environment.value.network, proxy)))
      return { kind: 'copied' }
    },
  }
}

interface Built<Caller extends PreparedApiCall = PreparedApiCall> {
  client: Caller
  request: HttpRequest
}

async function buildTokenRequest(
  core: CoreContext,
  environment: CurrentEnvironment,
  { signal }: CallContext,
): Promise<Prepared<Built<PreparedClient>>> {
  const client = await prepareTokenRequest(core, environment, signal)
  if (!client.ok) return client
  const request = withUserAgent(core, await tokenRequestOf(core, client.value))
  return { ok: true, value: { client: client.value, request } }
}

async function buildApiCall(
  core: CoreContext,
  environment: CurrentEnvironment,
  request: ApiRequest,
  context: CallContext,
): Promise<Prepared<Built>> {
  const problems = tokenProblems(core, environment, request.url)
  if (problems.length > 0) return { ok: false, problems }
  const usable = await usableToken(core, environment, context)
  if (usable.kind === 'none') {
    const { outcome } = usable
    if (outcome.kind === 'not_sent') return { ok: false, problems: outcome.problems }
    return notPrepared(problemAt('access_token', problem('token_not_obtained')))
  }
  const built = withUserAgent(core, await apiRequestOf(core, request, usable))
  return { ok: true, value: { client: usable.client, request: built } }
}

/** The proxy that a request would go through; the system may name what is none. */
async function proxyOf({ connection }: PreparedApiCall, url: string): Promise<Prepared<Proxy | null>> {
  try {
    return { ok: true, value: await connection.network.proxyFor(url) }
  } catch (error) {
    const reason = errorMessage(error)
    return notPrepared(problemAt('network.proxy.mode', problem('system_proxy_unusable', { reason })))
  }
}

interface Shown {
  method: AuthMethod
  proxy: Proxy | null
  /** What a person has just typed is no secret to him. */
  typed: TypedSecrets
}

/** Records which secrets a request holds as they are. */
function recordSecrets(
  { ports }: CoreContext,
  kind: 'secret_revealed' | 'secret_copied',
  { environment: { id, secrets } }: PreparedApiCall,
  { method, proxy, typed }: Shown,
): void {
  const held: SecretName[] =
    method === 'client_secret_basic' || method === 'client_secret_post' ? ['client_secret'] : []
  if (proxy !== null && proxy.password !== '') held.push('proxy_password')
  for (const secret of held) {
    if ((secrets[secret] ?? '') !== '' && typed[secret] === undefined) recordEvent(ports, kind, id, { secret })
  }
}

const notSent = (problem: FieldProblem): CopyOutcome => ({
  kind: 'not_sent',
  problems: [problem],
})
