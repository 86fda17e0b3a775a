import type { EvidenceFormat } from '../../contract/evidence.ts'
import { utc } from '../../common/utc.ts'

const endings: Readonly<Record<EvidenceFormat, string>> = { markdown: 'md', html: 'html' }

/** A name that every file system takes; `about` is the environment's name, or null for a pasted token. */
export function evidenceFileName(about: string | null, madeAt: number, format: EvidenceFormat): string {
  const name = (about ?? 'pasted')
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  const cut = /^.{0,40}/u.exec(name)?.[0] ?? ''
  return `token-evidence-${cut === '' ? 'environment' : cut}-${utc(madeAt).replaceAll(':', '-')}.${endings[format]}`
}
