import type { NamesOf } from '../../catalogue/evidence.ts'
import type { failures } from '../../catalogue/failures.ts'

type Entries = typeof failures

/** For each code one that writes what is particular about it, empty where the title says all. */
type FailureWriters = {
  readonly [Code in keyof Entries]: (evidence: (name: NamesOf<Entries[Code]>) => string) => string
}

export const failureSentences: FailureWriters = {
  name_not_found: ofProxy,
  refused: ofProxy,
  unreachable: ofProxy,
  timeout: (e) =>
    e('limit') === '' ? ofProxy(e) : `No ${waitedFor[e('what')] ?? 'answer'} within ${e('limit')} ms. ${ofProxy(e)}`,
  reset: (e) => {
    const reused = e('reused') === '' ? '' : ' The connection was being reused. The request was not sent again.'
    if (e('at') === 'setup') return `The ${e('by') || 'server'} closed the connection before it was set up.${reused}`
    return e('at') === 'no_answer' ? 'The connection closed without an answer.' : `${ofProxy(e)}${reused}`.trim()
  },
  cancelled: () => '',
  incomplete: (e) =>
    e('received') === ''
      ? ''
      : `The connection ended after ${e('received')} of ${e('announced') || 'an unknown number of'} bytes of the body.`,
  too_large: (e) => (e('limit') === '' ? '' : `The answer is larger than ${e('limit')} bytes.`),
  malformed_http: (e) => {
    if (e('reason') === 'tls') return 'What came back is TLS: the server speaks https here.'
    return e('reason') === 'switched_protocols'
      ? 'The server switched protocols (101), which the request did not ask for.'
      : ofProxy(e)
  },
  headers_too_large: ofProxy,
  decompression: (e) => packing[e('reason')] ?? '',
  tls_expired: certificate,
  tls_not_yet_valid: certificate,
  tls_wrong_host: certificate,
  tls_self_signed: certificate,
  tls_unknown_ca: certificate,
  tls_client_certificate: (e) =>
    e('asked') === ''
      ? certificate(e)
      : 'The server asked for a client certificate, then closed the connection: it requires one, or another one.',
  tls_other: certificate,
  proxy_authentication: proxy,
  proxy_refused: proxy,
  proxy_unknown: (e) => (e('url') === '' ? '' : `The system names a proxy with a URL that cannot be read: ${e('url')}`),
  socks_too_long: (e) =>
    `SOCKS allows at most ${e('most') || '255'} bytes each for the host, the user name and the password.`,
  not_http_url: () => '',
  not_encrypted: () => 'Over http, everyone on the way could read the secret. Nothing was sent.',
  other: ofProxy,
}

const waitedFor: Readonly<Record<string, string>> = {
  proxy_choice: 'answer from the system about the proxy',
  connection: 'connection',
  answer: 'answer',
  complete_answer: 'complete answer',
}

const packing: Readonly<Record<string, string>> = {
  plain: 'The body is plain text, although Content-Encoding says that it is compressed. It is kept as it came.',
  too_many: 'The body is compressed too many times over.',
}

function ofProxy(e: (name: 'proxy') => string): string {
  return e('proxy') === '' ? '' : 'This is the proxy.'
}

function certificate(e: (name: 'proxy' | 'names' | 'issuer') => string): string {
  if (e('names') === '' && e('issuer') === '') return ofProxy(e)
  return `The certificate is not trusted; nothing was sent. It names ${e('names') || 'nobody'}, issued by ${e('issuer') || 'nobody'}.`
}

function proxy(e: (name: 'reason' | 'status' | 'statusText' | 'wants' | 'words') => string): string {
  switch (e('reason')) {
    case 'answered': {
      const wants = e('wants') === '' ? '' : ` It accepts: ${e('wants')}.`
      return `The proxy answered ${[e('status'), e('statusText')].filter(Boolean).join(' ')}.${wants}`
    }
    case 'method':
      return 'The proxy requires an authentication method that is not supported.'
    case 'credentials':
      return 'The proxy did not accept user name and password.'
    case 'not_socks':
      return 'What answers there does not speak SOCKS.'
    case 'refused':
      return 'The proxy refused the connection.'
    default:
      return ''
  }
}
