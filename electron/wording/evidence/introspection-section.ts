import { problemSentence } from '../problems.ts'
import type { ComparisonRow } from '../../contract/comparison.ts'
import { failureText } from '../failures.ts'
import type { IntrospectionOutcome } from '../../contract/outcome.ts'
import { type Block, factsOf, type Section, sectionOf } from './document.ts'
import { askedFacts } from './exchange-section.ts'
import { findingsBlock } from './findings.ts'
import type { EvidenceSubject } from './subject.ts'

/** What the authorization server said of the token. */
export function introspectionSection({ introspection, introspectionExchange }: EvidenceSubject): Section[] {
  if (introspection === null) return []
  const asked = introspectionExchange === null ? null : factsOf(askedFacts(introspectionExchange))
  return sectionOf('Introspection', [asked, ...blocksOf(introspection)])
}

function blocksOf(outcome: IntrospectionOutcome): Block[] {
  switch (outcome.kind) {
    case 'active':
      return [
        prose('The token is active.'),
        { kind: 'json', text: outcome.response.source },
        ...differences(outcome.comparison ?? []),
        findingsBlock(outcome.findings),
      ]
    case 'inactive':
      return [
        prose('The token is not active.'),
        { kind: 'json', text: outcome.response.source },
        findingsBlock(outcome.findings),
      ]
    case 'refused':
      return [
        factsOf([
          ['Refused', `status ${outcome.status}`],
          ['error', outcome.error.error],
          ['error_description', outcome.error.error_description],
          ['error_uri', outcome.error.error_uri],
        ]),
        findingsBlock(outcome.findings),
      ]
    case 'nonconformant':
      return [
        factsOf([['Answer that the standard does not allow', `status ${outcome.status}`]]),
        findingsBlock(outcome.findings),
      ]
    case 'unreachable': {
      const { title, sentence } = failureText(outcome.failure)
      return [
        factsOf([
          ['No answer', title],
          ['Where', sentence],
        ]),
        findingsBlock(outcome.findings),
      ]
    }
    case 'not_sent':
      return [prose('The request was not sent:'), { kind: 'list', items: outcome.problems.map(problemSentence) }]
  }
}

const prose = (text: string): Block => ({ kind: 'prose', text })

/** More rows than a ticket can take are counted. */
const mostRows = 100

function differences(comparison: readonly ComparisonRow[]): Block[] {
  const rows = comparison.filter(({ change }) => change === 'changed' || change === 'removed')
  const table: Block = {
    kind: 'table',
    head: ['Claim', 'In the token', 'In the answer'],
    rows: rows.slice(0, mostRows).map(({ name, left, right }) => [name, left ?? 'missing', right ?? 'missing']),
  }
  const more = rows.length - mostRows
  return [table, prose(more > 0 ? `${more} more differences.` : '')]
}
