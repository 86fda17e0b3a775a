import { readCertificates } from './certificate.ts'
import type { Reading } from './reading.ts'

/** Reads certificates of authorities, each as PEM. */
export function readAuthorities(bytes: Buffer): Reading<readonly string[]> {
  const read = readCertificates(bytes)
  return read.ok ? { ok: true, value: read.value.map(String) } : read
}
