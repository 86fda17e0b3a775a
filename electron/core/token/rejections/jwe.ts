import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../common/json-source.ts'
import { contentEncryptions, type KeyManagement, keyManagements } from './encryption-algorithms.ts'
import { rejectCompression } from './compression.ts'
import { rejectCritical } from './critical.ts'
import { readHeader } from './header.ts'
import type { Rejection } from './rejection.ts'
import { shown } from '../shown.ts'
import { rejectPasswordRounds } from './password-rounds.ts'
import { rejectSegments } from './segments.ts'

export interface ReadableJwe {
  header: JsonObject
  alg: string
  enc: string
  management: KeyManagement
  /** Bytes of the content encryption key. */
  contentBytes: number
}

export type JweReading = ({ ok: true } & ReadableJwe) | { ok: false; rejection: Rejection }

/** All that keeps a JWE in compact form from being opened, no matter the key; nothing is computed before. */
export function readJwe(token: string): JweReading {
  const reading = readHeader(token)
  if (!reading.ok) return refused(rejectSegments(token, 5) ?? reading.rejection)
  const { header } = reading
  const alg = stringOf(memberOf(header, 'alg')?.source) ?? ''
  const enc = stringOf(memberOf(header, 'enc')?.source) ?? ''
  const rejection =
    rejectSegments(token, 5) ?? rejectCritical(header) ?? rejectCompression(header) ?? rejectPasswordRounds(header, alg)
  if (rejection !== null) return refused(rejection)
  const management = keyManagements.get(alg)
  const contentBytes = contentEncryptions.get(enc)
  if (management === undefined) return refused(unknown('alg', alg))
  return contentBytes === undefined
    ? refused(unknown('enc', enc))
    : { ok: true, header, alg, enc, management, contentBytes }
}

function unknown(name: string, value: string): Rejection {
  if (value === '') return { reason: 'encryption_missing', evidence: { name } }
  if (value === 'RSA1_5') return { reason: 'encryption_rsa1_5', evidence: {} }
  return { reason: 'encryption_unsupported', evidence: { algorithm: shown(value) } }
}

const refused = (rejection: Rejection): JweReading => ({ ok: false, rejection })
