import { Agent, request } from 'node:http'
import type { Requester } from './core-request.ts'

const body = 'grant_type=client_credentials&scope=api%3Aread'

/** The least that a token request can be: `node:http` on a connection that is kept. */
export function openBare(tokenEndpoint: string): Requester {
  const agent = new Agent({ keepAlive: true })
  const headers = {
    authorization: `Basic ${Buffer.from('bench:bench').toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  }
  const requestToken = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const sending = request(tokenEndpoint, { method: 'POST', agent, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (text += chunk))
        response.on('end', () => {
          JSON.parse(text)
          resolve()
        })
      })
      sending.on('error', reject)
      sending.end(body)
    })
  return { requestToken, close: () => agent.destroy() }
}
