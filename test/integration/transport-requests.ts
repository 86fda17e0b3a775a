import { afterEach } from 'vitest'
import { createTransport } from '../../electron/core/http/transport.ts'
import {
  directNetwork,
  type HttpRequest,
  type Network,
  type Proxy,
  type SendOptions,
} from '../../electron/core/http/transcript.ts'

export const limits = { connect: 5000, firstByte: 5000, total: 10_000 }

export const options = (change: Partial<SendOptions> = {}): SendOptions => ({
  signal: new AbortController().signal,
  limits,
  network: directNetwork,
  maxBytes: 1_000_000,
  ...change,
})

/** The usual options over a network that differs from a direct one in this. */
export const over = (network: Partial<Network>, change: Partial<SendOptions> = {}): SendOptions =>
  options({ ...change, network: { ...directNetwork, ...network } })

export const through = (proxy: Proxy, network: Partial<Network> = {}): Partial<Network> => ({
  ...network,
  proxyFor: async () => proxy,
})

export const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: [], body: null })

export const post = (url: string, body = 'client_secret=hidden'): HttpRequest => ({
  ...get(url),
  method: 'POST',
  body: Buffer.from(body),
})

export const text = (body: Uint8Array | undefined) => Buffer.from(body ?? []).toString()

export interface Closable {
  close: () => unknown
}

/** Notes what is to be closed after each test, the newest first. */
export function closing() {
  const opened: Closable[] = []
  afterEach(async () => {
    for (const one of opened.splice(0).toReversed()) await one.close()
  })
  const keep = <One extends Closable>(one: One): One => {
    opened.push(one)
    return one
  }
  return { keep, newTransport: () => keep(createTransport()) }
}
