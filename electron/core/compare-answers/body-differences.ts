import type { AnswerComparison } from '../../contract/answer-comparison.ts'
import type { Body } from '../../contract/exchange.ts'
import { jsonDifferences } from './json-differences.ts'
import { lineDifferences } from './line-differences.ts'

/** More rows are counted only. */
const mostRows = 500

/** What differs between two bodies, as they are stored: JSON by its meaning, other text by lines, and bytes by their number. */
export function bodyDifferences(left: Body, right: Body): AnswerComparison['body'] {
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
