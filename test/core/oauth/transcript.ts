import type { Transcript } from '../../../electron/core/http/transcript.ts'

/** A transcript of a POST that was answered so; JSON unless `headers` say otherwise. */
export function answered(
  status: number,
  body: string | Uint8Array,
  headers: [string, string][] = [],
  beside: Partial<Transcript> = {},
): Transcript {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const json: [string, string][] = [['Content-Type', 'application/json']]
  return {
    startedAt: 0,
    request: { method: 'POST', url: 'https://as.example/token', headers: [], body: null },
    sent: 'yes',
    response: {
      status,
      statusText: '',
      httpVersion: '1.1',
      headers: [...headers, ...json],
      body: bytes,
      wireBytes: bytes.length,
      truncated: false,
    },
    failure: null,
    timings: { dns: null, connect: null, proxy: null, tls: null, send: 0, wait: 0, download: 0, total: 0 },
    connection: null,
    tls: null,
    ...beside,
  }
}

/** A web page instead of JSON. */
export const html: [string, string][] = [['Content-Type', 'text/html; charset=utf-8']]
