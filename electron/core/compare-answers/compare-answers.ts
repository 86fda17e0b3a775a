import type { AnswerComparison, HeaderDifference } from '../../contract/answer-comparison.ts'
import type { Body, Exchange, Headers } from '../../contract/exchange.ts'
import { jsonDifferences } from './json-differences.ts'
import { lineDifferences } from './line-differences.ts'

/** More rows are counted only. */
const mostRows = 500

/** What differs between two answers of a call, as they are stored: status, header fields, and the body by its meaning. */
export function compareAnswers(left: Exchange, right: Exchange): AnswerComparison {
  return {
    status: { left: left.response?.status ?? null, right: right.response?.status ?? null },
    headers: headerDifferences(left.response?.headers ?? [], right.response?.headers ?? []),
    body: bodyDifferences(left.response?.body ?? noBody, right.response?.body ?? noBody),
    isPartial: left.response?.body.isHead === true || right.response?.body.isHead === true,
  }
}

const noBody: Body = { text: '', encoding: 'utf-8', wireBytes: 0, decodedBytes: 0, truncated: false }

/** Fields that every answer has its own of: times, and the names that servers give to a request. */
const ofEach =
  /^(?:date|age|expires|last-modified|set-cookie|x-amz-cf-id|x-amzn-trace-id|cf-ray|traceparent|tracestate|server-timing|x-runtime|x-response-time)$|(?:request|correlation|trace|transaction|span|invocation)-?id$|^x-(?:ratelimit|rate-limit)-/i

/** By name, in any case and order; of fields of one name the values together. */
function headerDifferences(left: Headers, right: Headers): HeaderDifference[] {
  const [one, other] = [byName(left), byName(right)]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((key) => {
    const values = { left: one.get(key)?.value ?? null, right: other.get(key)?.value ?? null }
    const name = one.get(key)?.name ?? other.get(key)?.name ?? key
    return values.left === values.right ? [] : [{ name, isOfEach: ofEach.test(key), ...values }]
  })
}

function byName(headers: Headers): Map<string, { name: string; value: string }> {
  const found = new Map<string, { name: string; value: string }>()
  for (const [name, value] of headers) {
    const before = found.get(name.toLowerCase())
    found.set(name.toLowerCase(), { name, value: before === undefined ? value : `${before.value}, ${value}` })
  }
  return found
}

function bodyDifferences(left: Body, right: Body): AnswerComparison['body'] {
  const isSame = left.text === right.text && left.encoding === right.encoding
  if (isSame && left.decodedBytes === right.decodedBytes) return { kind: 'same' }
  if (left.encoding === 'base64' || right.encoding === 'base64')
    return { kind: 'bytes', leftBytes: left.decodedBytes, rightBytes: right.decodedBytes }
  const json = jsonDifferences(left.text, right.text)
  if (json !== null) return { kind: 'json', ...listed(json) }
  return { kind: 'text', ...listed(lineDifferences(left.text, right.text)) }
}

const listed = <Row>(rows: readonly Row[]) => ({
  rows: rows.slice(0, mostRows),
  more: Math.max(0, rows.length - mostRows),
})
