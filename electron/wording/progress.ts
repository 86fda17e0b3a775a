import type { Phase, Purpose } from '../contract/exchange.ts'

const requests: Readonly<Record<Purpose, string>> = {
  discovery: 'Metadata',
  jwks: 'Keys',
  token: 'Token request',
  introspection: 'Introspection',
  revocation: 'Revocation',
  api: 'API call',
}

const phases: Readonly<Record<Phase, string>> = {
  dns: 'looking up the name',
  connect: 'connecting',
  proxy: 'asking the proxy',
  tls: 'TLS handshake',
  send: 'sending',
  wait: 'waiting for the answer',
  download: 'receiving the answer',
}

/** What a request is at that takes a while. */
export function progressText({ purpose, phase }: { purpose: Purpose; phase: Phase }): string {
  return `${requests[purpose]}: ${phases[phase]}`
}
