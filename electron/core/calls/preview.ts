import type { ApiRequest } from '../../contract/api-call.ts'
import type { Api } from '../../contract/calls.ts'
import type { AuthMethod } from '../../contract/client-authentication.ts'
import type { CopyOutcome } from '../../contract/outcome.ts'
import { providerNotes } from '../../catalogue/providers.ts'
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
import { type CallContext, type Desk, findSubject, type Subject, subjectOf } from '../environment/desk.ts'
import { tokenRequestOf, usableToken } from '../flow/obtain-token.ts'
import { clientProblems, tokenProblems } from '../environment/origins.ts'
import { environmentGone, notReady, type Ready } from '../environment/problems.ts'
import { type ReadyCaller, type ReadyClient, readyToRequestToken } from '../client/ready-client.ts'
import { describeAuthentication, secretsOf, withUserAgent } from '../flow/send.ts'
import { wordsOf } from '../error-message.ts'

type PreviewCalls = Pick<Api<CallContext>, 'previewTokenRequest' | 'copyAsCurl'>

/** Requests that are shown or copied, and not sent. They are built by the same functions as those that are sent. */
export function previewCalls(desk: Desk): PreviewCalls {
  return {
    previewTokenRequest: async ({ environmentId, value, secrets, reveal }, context) => {
      const subject = subjectOf(desk, environmentId, value, { typed: secrets, offline: true })
      const built = await buildTokenRequest(desk, subject, context)
      if (!built.ok) return { kind: 'not_sent', problems: built.problems }
      const { client, request } = built.value
      const chosen = await proxyOf(client, request.url)
      if (!chosen.ok) return { kind: 'not_sent', problems: chosen.problems }
      const proxy = chosen.value
      if (reveal)
        recordSecrets(desk, 'secret_revealed', client, { method: client.credentials.method, proxy, typed: secrets })
      const authentication = describeAuthentication(subject.value, client.credentials.method)
      const sent = { ...request, headers: completeHeaders(request, proxy) }
      return {
        kind: 'request',
        request: describeRequest(sent, authentication, reveal ? null : secretsOf(desk, client.subject)),
        proxy: proxy === null ? null : proxyLabel(proxy),
        revealed: reveal,
        findings: [...findingsOfClient(client, desk.ports.now()), ...providerNotes(subject.value)],
      }
    },

    copyAsCurl: async (input, context) => {
      if (input.kind === 'exchange') {
        const exchange = desk.ports.workspace.exchanges.get(input.id)
        if (exchange === null) return notSent({ field: 'id', message: 'This exchange does not exist any more.' })
        desk.ports.copySecret(curlOfExchange(exchange))
        return { kind: 'copied' }
      }
      const subject = findSubject(desk, input.environmentId)
      if (subject === null) return notSent(environmentGone)
      const built =
        input.kind === 'token'
          ? await buildTokenRequest(desk, subject, context)
          : await buildApiCall(desk, subject, input.request, context)
      if (!built.ok) return { kind: 'not_sent', problems: built.problems }
      const { client, request } = built.value
      const chosen = await proxyOf(client, request.url)
      if (!chosen.ok) return { kind: 'not_sent', problems: chosen.problems }
      const proxy = chosen.value
      const method = input.kind === 'token' ? subject.value.token_endpoint_auth_method : 'none'
      // Whoever runs the command sends what is in it.
      const problems = clientProblems(desk, subject, { method, url: request.url })
      if (problems.length > 0) return { kind: 'not_sent', problems }
      recordSecrets(desk, 'secret_copied', client, { method, proxy, typed: {} })
      desk.ports.copySecret(curlCommand(request, curlNetwork(subject.value.network, proxy)))
      return { kind: 'copied' }
    },
  }
}

interface Built<Caller extends ReadyCaller = ReadyCaller> {
  client: Caller
  request: HttpRequest
}

async function buildTokenRequest(
  desk: Desk,
  subject: Subject,
  { signal }: CallContext,
): Promise<Ready<Built<ReadyClient>>> {
  const client = await readyToRequestToken(desk, subject, signal)
  if (!client.ok) return client
  const request = withUserAgent(desk, await tokenRequestOf(desk, client.value))
  return { ok: true, value: { client: client.value, request } }
}

async function buildApiCall(
  desk: Desk,
  subject: Subject,
  request: ApiRequest,
  context: CallContext,
): Promise<Ready<Built>> {
  const problems = tokenProblems(desk, subject, request.url)
  if (problems.length > 0) return { ok: false, problems }
  const usable = await usableToken(desk, subject, context)
  if (usable.kind === 'none') {
    const { outcome } = usable
    if (outcome.kind === 'not_sent') return { ok: false, problems: outcome.problems }
    return notReady({ field: 'access_token', message: 'No token could be obtained for this call. See the Token tab.' })
  }
  const built = withUserAgent(desk, await apiRequestOf(desk, request, usable))
  return { ok: true, value: { client: usable.client, request: built } }
}

/** The proxy that a request would go through; the system may name what is none. */
async function proxyOf({ route }: ReadyCaller, url: string): Promise<Ready<Proxy | null>> {
  try {
    return { ok: true, value: await route.network.proxyFor(url) }
  } catch (error) {
    const message = wordsOf(error)
    return notReady({ field: 'network.proxy.mode', message })
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
  { ports }: Desk,
  kind: 'secret_revealed' | 'secret_copied',
  { subject: { id, secrets } }: ReadyCaller,
  { method, proxy, typed }: Shown,
): void {
  const held: SecretName[] =
    method === 'client_secret_basic' || method === 'client_secret_post' ? ['client_secret'] : []
  if (proxy !== null && proxy.password !== '') held.push('proxy_password')
  for (const secret of held) {
    if ((secrets[secret] ?? '') !== '' && typed[secret] === undefined) recordEvent(ports, kind, id, { secret })
  }
}

const notSent = (problem: { field: string; message: string }): CopyOutcome => ({
  kind: 'not_sent',
  problems: [problem],
})
