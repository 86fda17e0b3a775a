import { readCertificates } from './certificate.ts'
import type { Reading } from './reading.ts'

/** Reads certificates of authorities from a PEM bundle, each as PEM of its own. */
export function readAuthorities(text: string): Reading<readonly string[]> {
  const read = readCertificates(Buffer.from(text))
  return read.ok ? { ok: true, value: read.value.map(String) } : read
}
