import { tagsInside } from '../../key-files/der.ts'
import { signingAlgorithms } from '../algorithms.ts'
import type { Rejection } from './rejection.ts'

/**
 * A signature that no key can have made with this algorithm: it has another length, or another form, such as DER, in which
 * most libraries make signatures with EC keys unless asked for the other. The length of RSA depends on the key.
 * @see RFC 7518 §3.2, §3.4, RFC 8032 §5.1.6
 */
export function rejectSignatureLength(alg: string, signature: Buffer): Rejection | null {
  const lengths = signingAlgorithms.get(alg)?.signatureBytes ?? null
  return lengths === null || lengths.includes(signature.length) ? null : wrongLength(alg, signature, lengths)
}

export function wrongLength(alg: string, signature: Buffer, lengths: readonly number[]): Rejection {
  const measured = { alg, actual: String(signature.length), expected: lengths.join(', ') }
  if (signingAlgorithms.get(alg)?.kty === 'EC' && isDer(signature))
    return { reason: 'signature_der', evidence: measured }
  const written = encodedTwice(signature, lengths)
  return { reason: 'signature_length', evidence: written === null ? measured : { ...measured, written } }
}

/** A SEQUENCE of two INTEGERs, and nothing behind it. @see RFC 3279 §2.2.3 */
function isDer(signature: Buffer): boolean {
  const [r, s, more] = tagsInside(signature)
  return r === 0x02 && s === 0x02 && more === undefined
}

/** Whether its bytes are a text that says what the signature should have been. */
function encodedTwice(signature: Buffer, lengths: readonly number[]): 'hexadecimal' | 'base64' | null {
  const text = signature.toString('latin1')
  if (/^(?:[0-9a-f]{2})+$/i.test(text) && lengths.includes(text.length / 2)) return 'hexadecimal'
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(text)
  return isBase64 && lengths.includes(Buffer.from(text, 'base64').length) ? 'base64' : null
}
