import { utc } from '../../common/utc.ts'
import type { Body, Exchange, Headers } from '../../contract/exchange.ts'
import type { Conclusion, RecordedToken } from '../../contract/history.ts'
import { type Block, factsOf, type Section, sectionOf } from './document.ts'
import { askedFacts, wayFacts } from './exchange-section.ts'
import { findingsBlock } from './findings.ts'
import { sentBy } from '../sent-by.ts'
import type { EvidenceSubject } from './subject.ts'

/** What a summary of an exchange is about. */
export interface ExchangeSubject extends Pick<EvidenceSubject, 'version' | 'runtime' | 'madeAt'> {
  exchange: Exchange
  conclusion: Conclusion | null
  /** The token that it issued or carried, with what is known of it. */
  token: RecordedToken | null
}

export const exchangeEvidenceTitle = 'Exchange evidence'

const verdicts: Readonly<Record<Conclusion['verdict'], string>> = {
  good: 'good',
  noted: 'good, with something to know',
  failed: 'failed',
}

/** What was sent and answered, and what was found out about it. */
export const exchangeSections = ({ exchange, conclusion, token }: ExchangeSubject): Section[] => [
  ...sectionOf('In short', [
    factsOf([
      ['Verdict', conclusion && verdicts[conclusion.verdict]],
      ['Environment', conclusion && conclusion.environmentName],
      ['Started', utc(exchange.startedAt)],
      ['Sent by', sentBy(exchange)],
      ...askedFacts(exchange),
    ]),
  ]),
  ...sectionOf('Findings', [findingsBlock(conclusion?.findings ?? [])]),
  ...sectionOf('Request', [
    code(`${exchange.request.method} ${exchange.request.url}`, exchange.request.headers, exchange.request.body),
    ...bodyFacts(exchange.request.body),
  ]),
  ...answerSection(exchange),
  ...tokenSection(token),
  ...sectionOf('Connection', [factsOf(wayFacts(exchange))]),
]

function answerSection({ response }: Exchange): Section[] {
  if (response === null) return []
  const { httpVersion, status, statusText, headers, body } = response
  return sectionOf('Answer', [
    code(`HTTP/${httpVersion} ${status} ${statusText}`.trim(), headers, body),
    ...bodyFacts(body),
  ])
}

/** Characters of a body that help in a ticket. */
const mostBody = 20_000

function code(start: string, headers: Headers, body: Body | null): Block {
  const lines = [start, ...headers.map(([name, value]) => `${name}: ${value}`)]
  const text = body === null || body.encoding === 'base64' ? '' : body.text.slice(0, mostBody)
  return { kind: 'code', text: text === '' ? lines.join('\n') : `${lines.join('\n')}\n\n${text}` }
}

function bodyFacts(body: Body | null): Block[] {
  if (body === null) return []
  const isCut = body.isHead === true || body.truncated || body.text.length > mostBody
  const notes = [
    ...(body.encoding === 'base64' ? [`The body is not text: ${body.decodedBytes} bytes are left out.`] : []),
    ...(isCut && body.encoding !== 'base64' ? [`Only the beginning of the body, of ${body.decodedBytes} bytes.`] : []),
  ]
  return notes.map((text) => ({ kind: 'prose', text }))
}

function tokenSection(token: RecordedToken | null): Section[] {
  if (token === null) return []
  return sectionOf('Token', [
    factsOf([
      ['SHA-256, first 12 bytes', token.fingerprint],
      ['Lifetime', token.lifetime === null ? null : `${token.lifetime} s`],
      ['Scope granted', token.scopeGranted],
    ]),
    token.header === null ? null : { kind: 'json', text: token.header },
    token.claims === null ? null : { kind: 'json', text: token.claims },
  ])
}
