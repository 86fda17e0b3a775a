import type { DecodedToken } from '../../../contract/decoded-token.ts'
import { malformedAt, type Malformed } from './malformed.ts'
import { bytesOf, contentOf, isMalformed, objectOfBytes, partsOf } from './segment.ts'

type Paseto = Extract<DecodedToken, { kind: 'paseto' }>

/** How a PASETO begins. @see https://github.com/paseto-standard/paseto-spec/blob/master/docs/01-Protocol-Versions/Common.md */
export const pasetoPrefix = /^(v[1-4])\.(local|public)\./

/** Bytes of the signature, at the end of a public payload. */
const signatureBytes: Readonly<Record<Paseto['version'], number>> = { v1: 256, v2: 64, v3: 96, v4: 64 }

/** Decodes what begins as a PASETO does: the claims when they are only signed, and the footer. */
export function decodePaseto(token: string): Paseto | Malformed {
  const decoded = decodeParts(token)
  return decoded.kind === 'malformed' ? { ...decoded, format: 'paseto' } : decoded
}

function decodeParts(token: string): Paseto | Malformed {
  const [prefix = ''] = pasetoPrefix.exec(token) ?? []
  const version = versions.find((name) => prefix.startsWith(name)) ?? 'v4'
  const purpose = prefix.includes('local') ? 'local' : 'public'
  const dots = token.split('.', 5).length - 1
  if (dots > 3) return malformedAt(token, 'token', token.length, 'segments')
  const [payload, last] = partsOf(token.slice(prefix.length), '.', ['claims', 'footer'], prefix.length)
  if (payload === undefined) return malformedAt(token, 'token', token.length, 'segments')

  const bytes = bytesOf(token, payload)
  if (isMalformed(bytes)) return bytes
  const footer = last === undefined ? null : bytesOf(token, last)
  if (footer !== null && isMalformed(footer)) return footer
  const read = { kind: 'paseto', version, footer: footer === null ? null : contentOf(footer) } as const
  if (purpose === 'local') return { ...read, purpose, claims: null }

  const end = bytes.length - signatureBytes[version]
  if (end <= 0) return malformedAt(token, 'claims', payload.start + payload.text.length, 'length')
  const claims = objectOfBytes(bytes.subarray(0, end), payload)
  return isMalformed(claims) ? claims : { ...read, purpose, claims }
}

const versions = ['v1', 'v2', 'v3', 'v4'] as const
