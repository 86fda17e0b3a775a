import type { Body, Headers } from '../../contract/exchange.ts'
import { failureText } from '../../wording/failures.ts'
import { findingText } from '../../wording/findings.ts'
import type { Recorded } from './recorded.ts'

/** Characters of a body, of all header fields and of a URL that are searched. */
const most = { body: 16_384, head: 16_384, url: 8192 }

/** What an exchange is found by, by the columns of the index. */
export interface Words {
  url: string
  head: string
  body: string
  said: string
}

export function wordsOf({ exchange, conclusion, mark }: Recorded): Words {
  const { request, response, failure } = exchange
  const head = [...fieldsOf(request.headers), ...fieldsOf(response?.headers ?? [])]
  const findings = conclusion?.findings ?? []
  const said = [
    response === null ? '' : `${response.status} ${response.statusText}`,
    failure === null ? '' : `${failure.code} ${failure.nodeCode ?? ''} ${failureText(failure).title}`,
    exchange.purpose,
    conclusion?.environmentName ?? '',
    conclusion?.outcome ?? '',
    conclusion?.token?.claims ?? '',
    ...findings.map((finding) => `${finding.code} ${findingText(finding).title}`),
    mark.note,
  ]
  return {
    url: `${request.method} ${decoded(request.url.slice(0, most.url))}`,
    head: head.join('\n').slice(0, most.head),
    body: `${decoded(textOf(request.body))}\n${textOf(response?.body ?? null)}`,
    said: said.join('\n'),
  }
}

const fieldsOf = (headers: Headers): string[] => headers.map(([name, value]) => `${name}: ${value}`)

function textOf(body: Body | null): string {
  if (body === null || body.encoding !== 'utf-8') return ''
  return body.text.slice(0, most.body)
}

/** What is percent-encoded, in URLs and forms, is found as it was sent and as it is read. */
function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return `${text} ${decodeURIComponent(text)}`
  } catch {
    return text
  }
}
