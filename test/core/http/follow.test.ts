import { describe, expect, it } from 'vitest'
import { refusedRedirect, sendFollowing } from '../../../electron/core/http/follow.ts'
import {
  directNetwork,
  type HttpRequest,
  type SendOptions,
  type Transport,
} from '../../../electron/core/http/transcript.ts'

const options: SendOptions = {
  signal: new AbortController().signal,
  limits: { connect: 1000, firstByte: 1000, total: 1000 },
  network: { ...directNetwork, clientCertificate: { cert: 'c', key: 'k', subject: 'CN=c', fingerprint256: 'AA' } },
  maxBytes: 1000,
}

/** Answers each URL with the redirect given for it, else with 200, and remembers what was asked. */
function redirecting(redirects: Record<string, [status: number, location: string]>) {
  const sent: HttpRequest[] = []
  const presented: boolean[] = []
  const transport: Transport = async (request, { network }) => {
    sent.push(request)
    presented.push(network.clientCertificate !== null)
    const [status, location] = redirects[request.url] ?? [200, null]
    return {
      startedAt: 0,
      request,
      sent: 'yes',
      response: {
        status,
        statusText: '',
        httpVersion: '1.1',
        headers: location === null ? [] : [['location', location]],
        body: new Uint8Array(),
        wireBytes: 0,
        truncated: false,
      },
      failure: null,
      timings: { dns: null, connect: null, proxy: null, tls: null, send: null, wait: null, download: null, total: 0 },
      connection: null,
      tls: null,
    }
  }
  return { sent, presented, transport }
}

const call = (method: string, url: string, body: string | null = null): HttpRequest => ({
  method,
  url,
  headers: [
    ['Authorization', 'Bearer abc'],
    ['Cookie', 'a=b'],
    ['Content-Type', 'text/plain'],
    ['Accept', '*/*'],
  ],
  body: body === null ? null : Buffer.from(body),
})

const names = (request: HttpRequest | undefined) => request?.headers.map(([name]) => name)

describe('sendFollowing', () => {
  it.each([
    ['from https to http', 'GET', 'http://a.example/next', null],
    ['to something that is not HTTP', 'GET', 'file:///etc/passwd', null],
    ['to what is not a URL', 'GET', 'https://[', null],
    ['with a body to another origin', 'PUT', 'https://b.example/', 'text'],
  ])('refuses a redirect %s', async (_, method, location, body) => {
    const { sent, transport } = redirecting({ 'https://a.example/': [307, location] })
    const transcripts = await sendFollowing(transport, call(method, 'https://a.example/', body), options, 5)
    expect(sent).toHaveLength(1)
    expect(transcripts.at(-1)?.response?.status).toBe(307)
  })

  it.each([
    ['no_location', 302, null, null],
    ['no_location', 302, '  ', null],
    ['not_http', 302, 'ftp://a.example/', null],
    ['not_http', 302, 'https://[', null],
    ['not_encrypted', 302, 'http://a.example/', null],
    ['body', 307, 'https://b.example/', 'text'],
    [null, 307, 'https://a.example/next', 'text'],
    [null, 302, 'https://b.example/', 'text'],
    [null, 304, 'https://b.example/', null],
  ])('says why a redirect must not be followed: %s', (reason, status, location, body) => {
    const headers: [string, string][] = location === null ? [] : [['Location', location]]
    const response = { status, statusText: '', httpVersion: '1.1', headers, body: new Uint8Array(), wireBytes: 0 }
    const request = call(body === null ? 'GET' : 'POST', 'https://a.example/', body)
    expect(refusedRedirect(request, { ...response, truncated: false })).toBe(reason)
  })

  it('stops a loop at the bound', async () => {
    const { sent, transport } = redirecting({ 'https://a.example/': [302, '/'] })
    const transcripts = await sendFollowing(transport, call('GET', 'https://a.example/'), options, 3)
    expect(sent).toHaveLength(4)
    expect(transcripts).toHaveLength(4)
  })

  it('carries credentials only within the origin', async () => {
    const { sent, transport } = redirecting({
      'https://a.example/': [307, '/next#top'],
      'https://a.example/next': [307, 'https://a.example:8443/'],
    })
    await sendFollowing(transport, call('GET', 'https://a.example/'), options, 5)
    expect(sent.map(({ url }) => url)).toEqual([
      'https://a.example/',
      'https://a.example/next',
      'https://a.example:8443/',
    ])
    expect(names(sent[1])).toEqual(['Authorization', 'Cookie', 'Content-Type', 'Accept'])
    expect(names(sent[2])).toEqual(['Content-Type', 'Accept'])
  })

  it('presents the client certificate within the origin only, and as the token not again when another origin leads back', async () => {
    const { sent, presented, transport } = redirecting({
      'https://a.example/': [302, '/next'],
      'https://a.example/next': [302, 'https://a.example:8443/'],
      'https://a.example:8443/': [302, 'https://b.example/'],
      'https://b.example/': [302, 'https://a.example/last'],
    })
    await sendFollowing(transport, call('GET', 'https://a.example/'), options, 5)
    expect(presented).toEqual([true, true, false, false, false])
    expect(names(sent.at(-1))).not.toContain('Authorization')
    expect(options.network.clientCertificate).not.toBeNull()
  })

  it.each([
    [303, 'PUT', 'GET'],
    [303, 'HEAD', 'HEAD'],
    [302, 'POST', 'GET'],
    [301, 'POST', 'GET'],
    [301, 'PUT', 'PUT'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
  ])('after a %i turns %s into %s', async (status, method, then) => {
    const { sent, transport } = redirecting({ 'https://a.example/': [status, '/next'] })
    await sendFollowing(transport, call(method, 'https://a.example/', method === 'HEAD' ? null : 'text'), options, 5)
    expect(sent[1]?.method).toBe(then)
    expect(sent[1]?.body === null).toBe(then === 'GET' || then === 'HEAD')
    expect(names(sent[1])?.includes('Content-Type')).toBe(then !== 'GET')
  })

  it('follows nothing when no hop is allowed', async () => {
    const { sent, transport } = redirecting({ 'https://a.example/': [302, '/next'] })
    await sendFollowing(transport, call('GET', 'https://a.example/'), options, 0)
    expect(sent).toHaveLength(1)
  })
})
