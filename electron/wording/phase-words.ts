import type { Phase } from '../contract/exchange.ts'

/** What a request is at, in a few words. */
export const phaseWords: Readonly<Record<Phase, string>> = {
  dns: 'looking up the name',
  connect: 'connecting',
  proxy: 'asking the proxy',
  tls: 'TLS handshake',
  send: 'sending',
  wait: 'waiting',
  download: 'receiving',
}
