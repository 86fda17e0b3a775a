import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf, stringOf } from '../../../common/json-source.ts'
import { contentEncryptions, type KeyManagement, keyManagements } from './encryption-algorithms.ts'
import { lintCompression } from './compression.ts'
import { lintCritical } from './critical.ts'
import { readHeader } from './header.ts'
import { type Lint, shown } from './lint.ts'
import { lintPasswordRounds } from './password-rounds.ts'
import { lintSegments } from './segments.ts'

export interface LintedJwe {
  header: JsonObject
  alg: string
  enc: string
  management: KeyManagement
  /** Bytes of the content encryption key. */
  contentBytes: number
}

export type JweLinting = ({ ok: true } & LintedJwe) | { ok: false; lint: Lint }

/** All that keeps a JWE in compact form from being opened, whatever the key; nothing is computed before. */
export function lintJwe(token: string): JweLinting {
  const reading = readHeader(token)
  if (!reading.ok) return refused(lintSegments(token, 5) ?? reading.lint)
  const { header } = reading
  const alg = stringOf(memberOf(header, 'alg')?.source) ?? ''
  const enc = stringOf(memberOf(header, 'enc')?.source) ?? ''
  const lint =
    lintSegments(token, 5) ?? lintCritical(header) ?? lintCompression(header) ?? lintPasswordRounds(header, alg)
  if (lint !== null) return refused(lint)
  const management = keyManagements.get(alg)
  const contentBytes = contentEncryptions.get(enc)
  if (management === undefined) return refused(unknown('alg', alg))
  return contentBytes === undefined
    ? refused(unknown('enc', enc))
    : { ok: true, header, alg, enc, management, contentBytes }
}

function unknown(name: string, value: string): Lint {
  if (value === '') return { reason: 'encryption_missing', evidence: { name } }
  if (value === 'RSA1_5') return { reason: 'encryption_rsa1_5', evidence: {} }
  return { reason: 'encryption_unsupported', evidence: { algorithm: shown(value) } }
}

const refused = (lint: Lint): JweLinting => ({ ok: false, lint })
