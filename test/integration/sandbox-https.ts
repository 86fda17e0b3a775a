import { request as requestHttp, type IncomingHttpHeaders } from 'node:http'
import { request as requestHttps } from 'node:https'

/** The certificate that a client presents, both PEM. */
export interface Identity {
  certificate: string
  key: string
}

export interface Sent {
  method?: 'GET' | 'POST'
  /** The body, as a form or as JSON. */
  parameters?: Record<string, string>
  json?: object
  headers?: Record<string, string>
  /** The authority to trust; needed for https. */
  ca?: string
  identity?: Identity | null
  version?: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'
}

export interface Received {
  status: number
  headers: IncomingHttpHeaders
  text: string
  json: unknown
}

/** One request on its own connection, with Node's own client: certificates are really presented, Host is really sent. */
export function send(url: string, { ca, identity, version, ...request }: Sent): Promise<Received> {
  const { headers, body } = contentOf(request)
  const options = { method: request.method ?? (body === '' ? 'GET' : 'POST'), headers, agent: false }
  const tls = {
    ca,
    // Node would look for a Host of ours in the server's certificate.
    ...(headers['host'] !== undefined && { servername: 'localhost' }),
    ...(identity && { cert: identity.certificate, key: identity.key }),
    ...(version && { minVersion: version, maxVersion: version }),
  }
  return new Promise((resolve, reject) => {
    const sent = url.startsWith('https:') ? requestHttps(url, { ...options, ...tls }) : requestHttp(url, options)
    sent.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => {
        const isJson = response.headers['content-type']?.includes('/json') === true
        const json: unknown = isJson ? JSON.parse(text) : null
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

function contentOf({ parameters, json, headers = {} }: Sent): { headers: Record<string, string>; body: string } {
  const body = json === undefined ? new URLSearchParams(parameters).toString() : JSON.stringify(json)
  const type = json === undefined ? 'application/x-www-form-urlencoded' : 'application/json'
  const ofBody = { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) }
  return { headers: body === '' ? headers : { ...ofBody, ...headers }, body }
}
