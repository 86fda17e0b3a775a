import type { Phase, TransportFailure } from '../contract/exchange.ts'
import { failureSentences } from './failures/sentences.ts'
import { sentBefore } from './sent.ts'

const phases: Readonly<Record<Phase, string>> = {
  dns: 'while looking up the name',
  connect: 'while connecting',
  proxy: 'at the proxy',
  tls: 'during the TLS handshake',
  send: 'while sending the request',
  wait: 'while waiting for the answer',
  download: 'while receiving the answer',
}

const causes: Readonly<Record<TransportFailure['code'], readonly [title: string, advice: string]>> = {
  name_not_found: ['Name not found', 'Check the host name, and whether a VPN or an internal DNS is needed.'],
  refused: ['Connection refused', 'Nothing listens there. Is it running, and is the port right?'],
  unreachable: ['Host unreachable', 'No route to this host. Check network and VPN.'],
  timeout: ['Time limit reached', 'The server stopped responding.'],
  reset: ['Connection closed by the server', 'The server or something in between closed the connection.'],
  cancelled: ['Cancelled', 'You cancelled the request. What the server did with it until then is unknown.'],
  incomplete: ['Incomplete answer', 'The connection ended before the answer was complete.'],
  too_large: ['Answer too large', 'Reading stopped at the size limit.'],
  malformed_http: ['Not HTTP', 'What came back is not a valid HTTP answer.'],
  headers_too_large: [
    'Header fields too large',
    'The answer’s header fields are larger than 256 KB together, so reading stopped. The server, or a proxy in between, has to send fewer or shorter ones: often it is cookies.',
  ],
  decompression: ['Broken compression', 'The answer says it is compressed, but it cannot be unpacked.'],
  tls_expired: ['Certificate expired', 'The server has to renew its certificate.'],
  tls_not_yet_valid: ['Certificate not valid yet', 'Check the clocks of this computer and of the server.'],
  tls_wrong_host: ['Certificate is for another host', 'Use the name that is in the certificate, or have it reissued.'],
  tls_self_signed: [
    'Self-signed certificate',
    'No CA has verified this certificate. If you trust it, add it to the trusted authorities under Network.',
  ],
  tls_unknown_ca: [
    'Certificate from an unknown authority',
    'The server does not send the intermediate certificate, or the authority is one of your own: add that under Network.',
  ],
  tls_client_certificate: [
    'Client certificate not accepted',
    'The server wants a client certificate, or did not accept the one presented. Check it under Network.',
  ],
  tls_other: ['TLS failed', 'Both sides could not agree on a secure connection.'],
  proxy_authentication: [
    'The proxy requires other credentials',
    'Check user name and password of the proxy under Network.',
  ],
  proxy_refused: [
    'The proxy refused',
    'The proxy does not pass this request on. Check its address, and what it allows.',
  ],
  proxy_unknown: [
    'No proxy could be chosen',
    'Check the proxy settings of the system, or set the proxy under Network.',
  ],
  socks_too_long: ['Too long for the SOCKS proxy', 'Use another proxy, or shorter credentials.'],
  not_http_url: ['Not an http or https URL', 'Enter an absolute URL that begins with https:// or http://.'],
  not_encrypted: ['Not encrypted', 'Use https.'],
  other: ['Failed', 'The request could not be completed.'],
}

/** Faults of TLS that have no code of their own, by that of Node or OpenSSL, or by OpenSSL's words where the code says nothing. */
const tlsCauses: readonly (readonly [about: RegExp, title: string, advice: string])[] = [
  [
    /^INVALID_PURPOSE$/,
    'Certificate is not meant for servers',
    'The server has to be given a certificate for server authentication.',
  ],
  [
    /^(?:UNSPECIFIED|CA_MD_TOO_WEAK|EE_KEY_TOO_SMALL|CA_KEY_TOO_SMALL)$/,
    'Certificate too weak',
    'The chain has a signature by a broken hash such as SHA-1, or a key that is too short. It has to be reissued.',
  ],
  [/^CERT_REVOKED$/, 'Certificate revoked', 'The server has to be given another certificate.'],
  [
    /UNSUPPORTED_PROTOCOL|ALERT_PROTOCOL_VERSION|alert protocol version|unsupported protocol/,
    'No TLS version in common',
    'The server supports only TLS versions that are no longer safe (1.2 is the minimum here), or only newer ones.',
  ],
  [
    /UNSAFE_LEGACY_RENEGOTIATION|unsafe legacy renegotiation/i,
    'No secure renegotiation',
    'The server does not support secure renegotiation (RFC 5746), without which a connection could be taken over. Often it is an old firewall or load balancer in between. Its operator has to update it, or switch secure renegotiation on.',
  ],
  [
    /WRONG_VERSION_NUMBER|wrong version number/,
    'Not TLS',
    'The port speaks plain http or something else. Check scheme and port.',
  ],
]

function causeOf({ code, phase, nodeCode, evidence }: TransportFailure): readonly [title: string, advice: string] {
  if (code === 'cancelled' && sentBefore(phase) === 'no') {
    return ['Cancelled', 'You cancelled before the request was sent.']
  }
  if (code !== 'tls_other') return causes[code]
  const known = tlsCauses.find(([about]) => about.test(nodeCode ?? '') || about.test(evidence['words'] ?? ''))
  return known === undefined ? causes[code] : [known[1], known[2]]
}

/** What a failure is called whose code this text may be; null where it is none. */
export const titleOfFailure = (text: string): string | null => (isFailure(text) ? failureTitle(text) : null)

const isFailure = (text: string): text is TransportFailure['code'] => Object.hasOwn(causes, text)

/** What a failure is called where its evidence is not at hand. */
export const failureTitle = (code: TransportFailure['code']): string => causes[code][0]

/** What a person reads of a transport failure: title, where and when it happened, what to do. */
export interface FailureText {
  title: string
  sentence: string
  advice: string
  /** The code of Node or OpenSSL and its own words, for those who look it up; empty where there are none. */
  detail: string
}

export function failureText(failure: TransportFailure): FailureText {
  const { code, phase, host, port, nodeCode, evidence } = failure
  const [title, advice] = causeOf(failure)
  const particular = failureSentences[code]((name: string) => evidence[name] ?? '').trim()
  const sentence = [`${host}:${port}, ${phases[phase]}.`, particular].filter(Boolean).join(' ')
  return { title, sentence, advice, detail: [nodeCode, evidence['words']].filter(Boolean).join(' · ') }
}
