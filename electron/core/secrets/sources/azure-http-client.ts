import { createHttpHeaders, type HttpClient, type PipelineRequest, RestError } from '@azure/core-rest-pipeline'
import { type Journal, joinedHeaders, NoAnswer, sendForSdk } from './sdk-exchange.ts'
import type { Send } from './sender.ts'

/** Sends what the Azure SDK asks, through the transport; proxies and agents that the SDK would choose are left aside. */
export function azureHttpClient(send: Send, journal: Journal): HttpClient {
  return {
    sendRequest: async (request) => {
      const { method, url, headers, timeout } = request
      const sent = { method, url, headers: [...headers], body: bytesOf(request) }
      for (const secret of secretsIn(request)) journal.secrets.add(secret)
      try {
        const received = await sendForSdk(send, sent, journal, timeout > 0 ? timeout : undefined)
        return {
          request,
          status: received.status,
          headers: createHttpHeaders(joinedHeaders(received.headers)),
          bodyAsText: new TextDecoder().decode(received.body),
        }
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        // The SDK goes on to the next way to log in when it knows the error for one of the network.
        throw Object.assign(new RestError(error.problem.code, { code: error.code, request }), { cause: error })
      }
    },
  }
}

function bytesOf({ body }: PipelineRequest): Uint8Array | null {
  if (body === undefined || body === null || body === '') return null
  if (typeof body === 'string') return Buffer.from(body)
  if (body instanceof Uint8Array) return body
  throw new Error('The Azure SDK sends a stream, which nothing here asked it to.')
}

const secretFields = ['client_secret', 'client_assertion', 'assertion', 'refresh_token', 'password']

function secretsIn({ headers, body }: PipelineRequest): string[] {
  const token = headers.get('Authorization')?.replace(/^\S+\s+/, '')
  const form = new URLSearchParams(typeof body === 'string' ? body : '')
  return [token, ...secretFields.map((field) => form.get(field))].flatMap((secret) => (secret ? [secret] : []))
}
