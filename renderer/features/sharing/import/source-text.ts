import type { ImportSource } from '../../../../electron/contract/sharing.ts'
import { sourceText } from '../../../../electron/wording/import/formats.ts'

/** What was read and how much of it, `Postman 2.1, 48 kB`. */
export function sourcesText(sources: readonly ImportSource[]): string {
  const bytes = sources.reduce((sum, source) => sum + source.bytes, 0)
  return [...new Set(sources.map(sourceText)), sizeText(bytes)].join(', ')
}

/** In thousands of bytes, as file managers have it. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
