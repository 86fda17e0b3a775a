import { titleWithConfidence } from '../confidence.ts'
import { findingText } from '../findings.ts'
import type { Finding } from '../../contract/finding.ts'
import type { Block } from './document.ts'

export function findingsBlock(findings: readonly Finding[]): Block {
  return {
    kind: 'table',
    head: ['Finding', 'Severity', 'What was seen', 'Standard'],
    rows: findings.map((finding) => {
      const { title, sentence, advice } = findingText(finding)
      return [
        titleWithConfidence(title, finding),
        finding.severity,
        advice === null ? sentence : `${sentence} ${advice}`,
        finding.section ?? '',
      ]
    }),
  }
}
