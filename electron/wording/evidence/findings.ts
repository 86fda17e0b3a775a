import { findingText } from '../findings.ts'
import type { Finding } from '../../contract/finding.ts'
import type { Block } from './document.ts'

export function findingsBlock(findings: readonly Finding[]): Block {
  return {
    kind: 'table',
    head: ['Finding', 'Severity', 'What was seen', 'Standard'],
    rows: findings.map((finding) => {
      const { title, sentence, advice } = findingText(finding)
      return [title, finding.severity, advice === null ? sentence : `${sentence} ${advice}`, finding.section ?? '']
    }),
  }
}
