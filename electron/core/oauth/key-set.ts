import { memberOf } from '../../contract/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { KeysOutcome, PublishedKey } from '../../contract/outcome.ts'
import type { JsonObject } from '../../contract/token.ts'
import type { Transcript } from '../http/transcript.ts'
import { readAnswer } from './answer.ts'
import { finding } from './finding.ts'
import type { Judged } from './judged.ts'
import { readPublishedKey } from './published-key.ts'
import { isExplained } from './web-server.ts'

/** More keys than this are not read. */
const maxKeys = 200

/** Judges a key set: which keys it publishes, and what is wrong with them. Private parts are named, never repeated. @see RFC 7517 §5 */
export async function judgeKeySet(transcript: Transcript): Promise<Judged<Exclude<KeysOutcome, { kind: 'not_sent' }>>> {
  const answer = readAnswer(transcript)
  if (answer.kind !== 'answered') return answer
  const { status, object, findings } = answer
  if (status !== 200) {
    const unexpected = finding('status_unexpected', 'error', 'RFC 7517 §5', { status: String(status) })
    return { kind: 'nonconformant', status, findings: isExplained(findings) ? findings : [unexpected, ...findings] }
  }
  if (object === null) return { kind: 'nonconformant', status, findings }
  const entries = entriesOf(object)
  if (entries === null) {
    const notSet = finding('jwks_empty', 'error', 'RFC 7517 §5.1', { keys: 'missing' })
    return { kind: 'nonconformant', status, findings: [notSet, ...findings] }
  }
  const read = await Promise.all(entries.slice(0, maxKeys).map(readPublishedKey))
  const keys = read.flatMap(({ key }) => (key === null ? [] : [key]))
  return {
    kind: 'keys',
    keys,
    findings: [...read.flatMap((entry) => entry.findings), ...judgeSet(entries.length, keys), ...findings],
  }
}

function entriesOf(object: JsonObject): unknown[] | null {
  const source = memberOf(object, 'keys')?.source
  const parsed: unknown = source === undefined ? null : JSON.parse(source)
  return Array.isArray(parsed) ? parsed : null
}

function judgeSet(count: number, keys: readonly PublishedKey[]): Finding[] {
  const kids = keys.flatMap(({ kid }) => (kid === null ? [] : [kid]))
  const repeated = new Set(kids.filter((kid, index) => kids.indexOf(kid) !== index))
  const reason = `the set has ${count} keys, and only the first ${maxKeys} are read`
  return [
    ...(count === 0 ? [finding('jwks_empty', 'error', 'RFC 7517 §5.1', { keys: 'none' })] : []),
    ...[...repeated].map((kid) => finding('jwks_duplicate_kid', 'warning', 'RFC 7517 §4.5', { kid })),
    ...(count > maxKeys
      ? [finding('jwks_key_unusable', 'warning', 'RFC 7517 §5', { position: `${maxKeys + 1}…${count}`, reason })]
      : []),
  ]
}
