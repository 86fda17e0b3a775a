import { statusWords } from './statuses.ts'
import type { FlowResult } from '../../contract/flow.ts'
import type { Finding } from '../../contract/finding.ts'
import { failureText } from '../failures.ts'
import { findingText } from '../findings.ts'
import { problemSentence } from '../problems.ts'

/** The finding that says why something failed, else the first that is worth a word. */
export function decisiveFinding(findings: readonly Finding[]): Finding | null {
  return (
    findings.find(({ severity }) => severity === 'error') ??
    findings.find(({ severity }) => severity === 'warning') ??
    null
  )
}

/** In a few words why an act ended without what it was for; empty where nothing says. */
export function endingFact({ result, findings }: { result: FlowResult | null; findings: readonly Finding[] }): string {
  if (result?.kind === 'unreachable') return failureText(result.failure).title
  if (result?.kind === 'not_sent') return result.problems.map(problemSentence)[0] ?? 'Not sent'
  const finding = decisiveFinding(findings)
  if (finding !== null) return findingText(finding).title
  return result !== null && 'status' in result ? statusWords(result.status) : ''
}
