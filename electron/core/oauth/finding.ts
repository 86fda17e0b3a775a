import type { Finding, FindingCode, Severity } from '../../contract/finding.ts'

export function finding(
  code: FindingCode,
  severity: Severity,
  section: string | null,
  evidence: Record<string, string> = {},
): Finding {
  return { code, severity, section, evidence }
}
