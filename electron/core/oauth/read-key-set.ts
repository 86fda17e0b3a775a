import type { JSONWebKeySet, JWK } from 'jose'
import type { NoKeys } from '../token/verify/verification-keys.ts'
import { memberOf } from '../../common/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { Transcript } from '../http/transcript.ts'
import { readAnswer } from './answer.ts'
import { judgeKeySet } from './key-set.ts'

/** What a server published, with what is wrong with it; `failed` when it published no key set now. */
export type KeySetReading =
  | { kind: 'set'; keys: JSONWebKeySet; findings: readonly Finding[] }
  | { kind: 'failed'; reason: NoKeys; findings: readonly Finding[] }

/** Reads the keys to verify with. @see RFC 7517 §5 */
export async function readKeySet(transcript: Transcript): Promise<KeySetReading> {
  const judged = await judgeKeySet(transcript)
  const { findings } = judged
  switch (judged.kind) {
    case 'unreachable':
      return { kind: 'failed', reason: 'keys_unreachable', findings }
    case 'nonconformant': {
      const isRedirect = judged.status >= 300 && judged.status < 400
      return { kind: 'failed', reason: isRedirect ? 'keys_redirected' : 'keys_invalid', findings }
    }
    case 'keys': {
      const keys = keysOf(transcript)
      return { kind: 'set', keys: { keys }, findings }
    }
  }
}

/** What is no key is left out, so that it does not keep the others from being used. @see RFC 7517 §5 */
function keysOf(transcript: Transcript): JWK[] {
  const answer = readAnswer(transcript)
  const object = answer.kind === 'answered' ? answer.object : null
  const source = object === null ? undefined : memberOf(object, 'keys')?.source
  const entries: unknown = source === undefined ? [] : JSON.parse(source)
  return Array.isArray(entries) ? entries.filter(isKey) : []
}

function isKey(entry: unknown): entry is JWK {
  return typeof entry === 'object' && entry !== null && typeof Reflect.get(entry, 'kty') === 'string'
}
