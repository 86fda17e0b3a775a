import type { ApiRequest } from '../../contract/api-call.ts'
import type { Api } from '../../contract/calls.ts'
import type { CopyOutcome } from '../../contract/outcome.ts'
import { providerNotes } from '../../contract/providers.ts'
import { curlCommand, curlOfExchange } from '../http/curl.ts'
import { curlNetwork } from '../http/curl-network.ts'
import { proxyLabel } from '../http/proxy-url.ts'
import { describeRequest } from '../http/redact.ts'
import { completeHeaders } from '../http/request-headers.ts'
import type { HttpRequest, Proxy } from '../http/transcript.ts'
import { apiRequestOf } from './api-calls.ts'
import { findingsOfClient } from './client-findings.ts'
import { type CallContext, type Desk, findSubject, type Subject, subjectOf } from './desk.ts'
import { tokenRequestOf, usableToken } from './obtain-token.ts'
import { environmentGone, notReady, type Ready } from './problems.ts'
import { type ReadyCaller, type ReadyClient, readyToRequestToken } from './ready-client.ts'
import { describeAuthentication, secretsOf, withUserAgent } from './send.ts'

type PreviewCalls = Pick<Api<CallContext>, 'previewTokenRequest' | 'copyAsCurl'>

/** Requests that are shown or copied, and not sent. They are built by the same functions as those that are sent. */
export function previewCalls(desk: Desk): PreviewCalls {
  return {
    previewTokenRequest: async ({ environmentId, value, secrets, reveal }) => {
      const subject = subjectOf(desk, environmentId, value, secrets)
      const built = await buildTokenRequest(desk, subject)
      if (!built.ok) return { kind: 'not_sent', problems: built.problems }
      const { client, request } = built.value
      const chosen = await proxyOf(client, request.url)
      if (!chosen.ok) return { kind: 'not_sent', problems: chosen.problems }
      const proxy = chosen.value
      const authentication = describeAuthentication(subject.value, client.credentials.method)
      const sent = { ...request, headers: completeHeaders(request, proxy) }
      return {
        kind: 'request',
        request: describeRequest(sent, authentication, reveal ? null : secretsOf(desk, subject)),
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
          ? await buildTokenRequest(desk, subject)
          : await buildApiCall(desk, subject, input.request, context)
      if (!built.ok) return { kind: 'not_sent', problems: built.problems }
      const { client, request } = built.value
      const proxy = await proxyOf(client, request.url)
      if (!proxy.ok) return { kind: 'not_sent', problems: proxy.problems }
      desk.ports.copySecret(curlCommand(request, curlNetwork(subject.value.network, proxy.value)))
      return { kind: 'copied' }
    },
  }
}

interface Built<Caller extends ReadyCaller = ReadyCaller> {
  client: Caller
  request: HttpRequest
}

async function buildTokenRequest(desk: Desk, subject: Subject): Promise<Ready<Built<ReadyClient>>> {
  const client = await readyToRequestToken(desk, subject)
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
    const message = error instanceof Error ? error.message : String(error)
    return notReady({ field: 'network.proxy.mode', message })
  }
}

const notSent = (problem: { field: string; message: string }): CopyOutcome => ({
  kind: 'not_sent',
  problems: [problem],
})
