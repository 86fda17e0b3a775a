import type { EvidenceFormat } from '../../contract/evidence.ts'
import { utc } from '../../common/utc.ts'

const endings: Readonly<Record<EvidenceFormat, string>> = { markdown: 'md', html: 'html' }

/** `about` is the environment's name, or null for a pasted token. */
export const evidenceFileName = (about: string | null, madeAt: number, format: EvidenceFormat): string =>
  datedFileName('token-evidence', about ?? 'pasted', madeAt, endings[format])

export const flowEvidenceFileName = (about: string, madeAt: number, format: EvidenceFormat): string =>
  datedFileName('flow-evidence', about, madeAt, endings[format])

/** `about` is the environment's name; empty where that is not known. */
export const exchangeEvidenceFileName = (about: string, madeAt: number, format: EvidenceFormat): string =>
  datedFileName('exchange-evidence', about, madeAt, endings[format])

export const reviewFileName = (about: string, madeAt: number, format: EvidenceFormat): string =>
  datedFileName('review', about, madeAt, endings[format])

/** A name that every file system takes; `about` is the name of an environment. */
export function datedFileName(kind: string, about: string, madeAt: number, ending: string): string {
  const name = about
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  const cut = /^.{0,40}/u.exec(name)?.[0] ?? ''
  return `${kind}-${cut === '' ? 'environment' : cut}-${utc(madeAt).replaceAll(':', '-')}.${ending}`
}
