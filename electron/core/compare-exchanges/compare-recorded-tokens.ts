import type { RecordedTokenComparison } from '../../contract/exchange-comparison.ts'
import type { RecordedToken } from '../../contract/history.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import { readJsonObject } from '../json/json.ts'
import { compareObjects } from '../token/compare/compare.ts'

/** Header and claims, name by name; of one token nothing is compared. */
export function compareRecordedTokens(
  left: RecordedToken | null,
  right: RecordedToken | null,
): RecordedTokenComparison {
  if (left === null && right === null) return { kind: 'none' }
  const tokens = { left: left?.fingerprint ?? null, right: right?.fingerprint ?? null }
  if (tokens.left === tokens.right) return { kind: 'same', ...tokens }
  const [one, other] = [objectOf(left?.claims), objectOf(right?.claims)]
  if (one === null || other === null) return { kind: 'unknown', ...tokens }
  const [header, otherHeader] = [objectOf(left?.header), objectOf(right?.header)]
  return {
    kind: 'compared',
    ...tokens,
    header: header === null || otherHeader === null ? [] : compareObjects(header, otherHeader),
    claims: compareObjects(one, other),
  }
}

function objectOf(text: string | null | undefined): JsonObject | null {
  const read = typeof text === 'string' ? readJsonObject(text) : null
  return read?.kind === 'object' ? read.object : null
}
