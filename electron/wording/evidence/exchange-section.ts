import { assertNever } from '../../common/assert-never.ts'
import type { Exchange, Sent, Timings, TlsFacts } from '../../contract/exchange.ts'
import { failureText } from '../failures.ts'
import { sentOf } from '../sent.ts'
import { utc } from '../../common/utc.ts'
import { factsOf, type Section, sectionOf } from './document.ts'
import type { EvidenceSubject } from './subject.ts'

/** The exchange in which the token was issued: where, when and how, without what was in it. */
export function exchangeSection({ exchange }: EvidenceSubject): Section[] {
  return exchange === null
    ? []
    : sectionOf('Token request', [factsOf([...askedFacts(exchange), ...wayFacts(exchange)])])
}

/** Who was asked, when, and how it ended. */
export function askedFacts(exchange: Exchange): [string, string | null][] {
  const { request, response, failure, startedAt } = exchange
  return [
    ['Request', `${request.method} ${request.url}`],
    sentFact(sentOf(exchange), utc(startedAt)),
    ['Client authentication', request.clientAuthentication && request.clientAuthentication.method],
    ['Answer', response && `HTTP/${response.httpVersion} ${`${response.status} ${response.statusText}`.trim()}`],
    ['Failure', failure && failureText(failure).sentence],
  ]
}

function sentFact(sent: Sent, at: string): [string, string] {
  switch (sent) {
    case 'no':
      return ['Not sent', `tried at ${at}`]
    case 'partly':
      return ['Sent', `perhaps not completely, at ${at}`]
    case 'yes':
      return ['Sent', at]
    default:
      return assertNever(sent)
  }
}

/** How long it took, over what connection, and how safe that was. */
export const wayFacts = (exchange: Exchange): [string, string | null][] => [
  ...connectionFacts(exchange),
  ...tlsFacts(exchange.tls),
]

function connectionFacts({ timings, connection }: Exchange): [string, string | null][] {
  return [
    ...timingFacts(timings),
    ['Connection', connection && (connection.reused ? 'an open one' : 'a new one')],
    ['Proxy', connection && connection.proxy],
  ]
}

const timingFacts = (timings: Timings): [string, string | null][] => [
  ['Name lookup', spanOf(timings.dns)],
  ['Connect', spanOf(timings.connect)],
  ['Through the proxy', spanOf(timings.proxy)],
  ['TLS handshake', spanOf(timings.tls)],
  ['Send', spanOf(timings.send)],
  ['Wait', spanOf(timings.wait)],
  ['Download', spanOf(timings.download)],
  ['In all', spanOf(timings.total)],
]

const spanOf = (ms: number | null) => (ms === null ? null : `${Math.round(ms * 10) / 10} ms`)

function tlsFacts(tls: TlsFacts | null): [string, string | null][] {
  if (tls === null) return [['TLS', 'none']]
  const [leaf] = tls.chain
  const certificate = tls.clientCertificate
  return [
    ['TLS', [tls.protocol, tls.cipher].filter((part) => part !== null).join(', ')],
    ['Certificate of the server', leaf === undefined ? null : `${leaf.subject}, issued by ${leaf.issuer}`],
    ['Valid', leaf === undefined ? null : `${utc(leaf.validFrom)} until ${utc(leaf.validTo)}`],
    ['SHA-256 fingerprint', leaf === undefined ? null : leaf.fingerprint256],
    ['Trusted', trust(tls)],
    ['Client certificate', certificate && `${certificate.subject}, ${certificate.fingerprint256}`],
  ]
}

function trust({ trusted, accepted, problem }: TlsFacts): string {
  if (trusted) return 'yes'
  return `${accepted ? 'no, but accepted by its fingerprint' : 'no'}${problem === null ? '' : `: ${problem}`}`
}
