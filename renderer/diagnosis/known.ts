import type { TransportFailure } from '../../electron/contract/exchange.ts'
import type { Finding } from '../../electron/contract/finding.ts'
import { failureText } from '../../electron/wording/failures.ts'
import { fieldsOfFailure, fieldsOfFindings } from '../../electron/wording/fields-at-fault.ts'
import { findingText } from '../../electron/wording/findings.ts'
import type { Known } from './failed.ts'

/** What is known of an answer that is no success; `field` holds where the request went. */
export function knownOfAnswer(title: string, findings: readonly Finding[], field: string): Known {
  const [first] = findings.toSorted(
    (one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'),
  )
  const reason = first === undefined ? '' : findingText(first).title
  return { title, reason, fields: [...fieldsOfFindings(findings), ...(field === '' ? [] : [field])] }
}

/** What is known where no complete answer came. */
export function knownOfFailure(failure: TransportFailure, field: string): Known {
  const { title, sentence, advice } = failureText(failure)
  return {
    title,
    fact: `${title}.`,
    reason: [sentence, advice].join(' '),
    isExplained: true,
    fields: fieldsOfFailure(failure, field),
  }
}
