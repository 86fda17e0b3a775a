import { memberOf } from '../../common/json-source.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { KeysOutcome } from '../../contract/outcome.ts'
import { finding } from '../finding.ts'
import type { Transcript } from '../http/transcript.ts'
import { isExplained, readAnswer } from './answer.ts'
import type { Judged } from './judged.ts'
import { judgeKeys } from '../token/keys/judge.ts'

/** Judges a key set: which keys it publishes, and what is wrong with them. Private parts are named, never repeated. @see RFC 7517 §5 */
export async function judgeKeySet(transcript: Transcript): Promise<Judged<Exclude<KeysOutcome, { kind: 'not_sent' }>>> {
  const answer = readAnswer(transcript)
  if (answer.kind !== 'answered') return answer
  const { status, object, findings } = answer
  if (status !== 200) {
    const unexpected = finding(
      'status_unexpected',
      { status: String(status) },
      { severity: 'error', section: 'RFC 7517 §5' },
    )
    return { kind: 'nonconformant', status, findings: isExplained(findings) ? findings : [unexpected, ...findings] }
  }
  if (object === null) return { kind: 'nonconformant', status, findings }
  const entries = entriesOf(object)
  if (entries === null) {
    const notSet = finding('jwks_empty', { keys: 'missing' })
    return { kind: 'nonconformant', status, findings: [notSet, ...findings] }
  }
  const judged = await judgeKeys(entries)
  return { kind: 'keys', keys: judged.keys, findings: [...judged.findings, ...findings] }
}

function entriesOf(object: JsonObject): unknown[] | null {
  const source = memberOf(object, 'keys')?.source
  const parsed: unknown = source === undefined ? null : JSON.parse(source)
  return Array.isArray(parsed) ? parsed : null
}
