import { findingText } from '../../../electron/wording/findings.ts'
import type { Finding } from '../../../electron/contract/finding.ts'
import type { Outcome } from '../../queries/action.ts'
import { Banner } from '../../ui/Banner.tsx'
import { fieldsOfFindings } from '../../../electron/wording/fields-at-fault.ts'
import { visible } from '../../../electron/common/visible.ts'
import { GoToField } from '../../ui/GoToField.tsx'
import { Unreachable } from '../../ui/Problem.tsx'
import { NothingSent } from './NothingSent.tsx'

interface Props {
  request: Outcome<'requestToken'>
  environmentId: string
}

/** How the last token request ended, where it did not end with a token. */
export function RequestAnswer({ request: { outcome, again, forget }, environmentId }: Props) {
  switch (outcome?.kind) {
    case 'refused':
      return (
        <Banner
          tone="err"
          title={`Refused with status ${outcome.status}: ${visible(outcome.error.error)}`}
          reason={reasonOf(outcome.findings)}
          acts={<GoToField fields={fieldsOfFindings(outcome.findings)} look="primary" />}
        />
      )
    case 'nonconformant':
      return (
        <Banner
          tone="err"
          title={`Not a token response, status ${outcome.status}`}
          reason={reasonOf(outcome.findings)}
          acts={<GoToField fields={[...fieldsOfFindings(outcome.findings), 'token_endpoint']} look="primary" />}
        />
      )
    case 'unreachable':
      return (
        <Unreachable failure={outcome.failure} endpoint="token_endpoint" exchangeId={outcome.exchangeId} isPrimary />
      )
    case 'not_sent':
      return (
        <NothingSent
          problems={outcome.problems}
          environmentId={environmentId}
          again={again}
          dismiss={forget}
          isPrimary
        />
      )
    case 'issued':
    case undefined:
      return null
  }
}

/** The first that is wrong is the reason; all of them are below. */
function reasonOf(findings: readonly Finding[]): string {
  const [first] = findings.toSorted(
    (one, other) => Number(other.severity === 'error') - Number(one.severity === 'error'),
  )
  return first === undefined ? '' : visible(findingText(first).title)
}
