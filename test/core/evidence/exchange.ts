import type { Exchange } from '../../../electron/contract/exchange.ts'

/** A token request that was answered, over a new TLS connection. */
export const exchange: Exchange = {
  id: 'exchange-1',
  flowId: 'flow-1',
  environmentId: 'environment-1',
  purpose: 'token',
  startedAt: Date.parse('2026-11-24T10:00:00.123Z'),
  request: {
    method: 'POST',
    url: 'https://server.example/token?tenant=a%20b&flag',
    headers: [
      ['Host', 'server.example'],
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Cookie', 'a=1; b=2'],
    ],
    body: {
      text: 'grant_type=client_credentials&scope=api%3Aread+api%3Awrite',
      encoding: 'utf-8',
      wireBytes: 58,
      decodedBytes: 58,
      truncated: false,
    },
    clientAuthentication: null,
  },
  response: {
    status: 200,
    statusText: 'OK',
    httpVersion: '1.1',
    headers: [
      ['Content-Type', 'application/json'],
      ['Set-Cookie', 'session=x; Path=/; HttpOnly'],
    ],
    body: { text: '{"token_type":"Bearer"}', encoding: 'utf-8', wireBytes: 20, decodedBytes: 23, truncated: false },
  },
  failure: null,
  timings: { dns: 3, connect: 11, proxy: null, tls: 23, send: 0.5, wait: 44, download: 4, total: 86 },
  connection: {
    reused: false,
    proxy: null,
    remoteAddress: '203.0.113.7',
    remotePort: 443,
    localAddress: '192.0.2.1',
    localPort: 50_000,
  },
  tls: null,
  clockOffset: 0,
  redirectedFrom: null,
  retryOf: null,
  causedBy: null,
}
