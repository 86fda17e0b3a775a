import type { Finding } from '../../contract/finding.ts'

const order = ['error', 'warning', 'info'] as const

/** The finding that says most: the first of the most severe; null for none. */
export function foremostFinding(findings: readonly Finding[]): Finding | null {
  for (const severity of order) {
    const found = findings.find((finding) => finding.severity === severity)
    if (found !== undefined) return found
  }
  return null
}
