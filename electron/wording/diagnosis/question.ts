import type { Checked } from '../../contract/diagnosis.ts'
import type { Exchange, Headers } from '../../contract/exchange.ts'
import type { Finding } from '../../contract/finding.ts'
import { utc } from '../../common/utc.ts'
import { visible } from '../../common/visible.ts'
import { checkedLabels } from '../checked.ts'
import { titleWithConfidence } from '../confidence.ts'
import { failureText } from '../failures.ts'
import { findingText } from '../findings.ts'
import { sentOf, sentSentence } from '../sent.ts'
import { explained } from './explained.ts'
import { questionFor } from './question-for.ts'

type Asked = Pick<
  Exchange,
  'purpose' | 'startedAt' | 'request' | 'response' | 'failure' | 'sent' | 'clockOffset' | 'timings'
>

/** Of an answer, what whoever runs the server finds a request by, and what says who answered and when. */
const telling =
  /^(?:www-authenticate|dpop-nonce|content-type|location|retry-after|date|server|via|age|x-cache|cf-ray|traceparent|.*(?:request|trace|correlation|transaction|activity)-?id.*)$/i

const mostBody = 4000

/**
 * A failure as a question to whoever runs the server, as Markdown: what was sent, what came, when, what was checked here,
 * and what they could look at. An exchange is masked, so this is too.
 */
export function questionText(exchange: Asked, findings: readonly Finding[], checked: readonly Checked[]): string {
  const { request, response, failure, startedAt, clockOffset } = exchange
  const { cause, others } = explained(findings)
  const causes = [...(cause === null ? [] : [cause]), ...others]
  return [
    `## ${questionFor(exchange)}`,
    `Sent ${utc(startedAt)} (UTC). Secrets and tokens are masked.`,
    '### What was sent',
    sentSentence(sentOf(exchange)) ?? '',
    fenced([`${request.method} ${request.url}`, ...lines(request.headers), ...body(request.body?.text)]),
    authentication(request.clientAuthentication),
    '### What came',
    response === null
      ? failure === null
        ? 'No answer.'
        : `No complete answer: ${failureText(failure).sentence}`
      : fenced([
          `HTTP/${response.httpVersion} ${response.status} ${response.statusText}`.trim(),
          ...lines(response.headers.filter(([name]) => telling.test(name))),
          ...body(response.body.text),
        ]),
    clockOffset === null || Math.abs(clockOffset) < 5000
      ? ''
      : `By its Date header the server’s clock differs from mine by ${Math.round(clockOffset / 1000)} s.`,
    ...causesText(causes),
    ...checkedText(checked),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const lines = (headers: Headers): string[] => headers.map(([name, value]) => `${name}: ${value}`)

function body(text: string | undefined): string[] {
  if (text === undefined || text.trim() === '') return []
  const rest = text.length - mostBody
  return ['', text.slice(0, mostBody), ...(rest > 0 ? [`… ${rest} more characters`] : [])]
}

/** Longer than any run of backticks within, so that no text of a server ends the block. */
function fenced(content: readonly string[]): string {
  const text = content.join('\n')
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

function authentication(client: Exchange['request']['clientAuthentication']): string {
  return client === null ? '' : `Client ID: ${client.client_id}\nAuthentication method: ${client.method}`
}

function causesText(causes: readonly Finding[]): string[] {
  if (causes.length === 0) return []
  const items = causes.map((finding) => {
    const { title, sentence } = findingText(finding)
    return `- ${titleWithConfidence(title, finding)}: ${plain(sentence)}`
  })
  return [
    '### What I think',
    items.join('\n'),
    'Can you confirm or correct this, and say what is registered for this client?',
  ]
}

/** A sentence holds what a server said: that is no Markdown, and hides nothing. */
const plain = (sentence: string): string =>
  visible(sentence.replaceAll(/\s+/g, ' ')).replaceAll(/[\\`*[\]<>!#|~]/g, '\\$&')

function checkedText(checked: readonly Checked[]): string[] {
  const ruledOut = checked.filter(({ result }) => result === 'ruled_out').map(({ check }) => checkedLabels[check])
  if (ruledOut.length === 0) return []
  return ['### Already checked here, without a finding', ruledOut.map((label) => `- ${label}`).join('\n')]
}
