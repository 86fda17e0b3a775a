import { assertNever } from '../../../../electron/common/assert-never.ts'
import { visible } from '../../../../electron/common/visible.ts'
import type { Finding } from '../../../../electron/contract/finding.ts'
import type { DiscoveryOutcome } from '../../../../electron/contract/outcome.ts'
import { failureText } from '../../../../electron/wording/failures.ts'
import { Failure } from '../../../diagnosis/Failure.tsx'
import { FailureDetails } from '../../../diagnosis/FailureDetails.tsx'
import { knownOfAnswer, knownOfFailure } from '../../../diagnosis/known.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { AcceptHere } from '../connection/AcceptHere.tsx'
import { OpenExchange } from '../connection/OpenExchange.tsx'
import { ProblemList } from '../ProblemList.tsx'
import { inWords } from '../problems.ts'
import { CloseDiscovery } from './CloseDiscovery.tsx'
import { triedText } from './discovery-text.ts'
import { DiscoveryFound } from './DiscoveryFound.tsx'
import { InForm } from './InForm.tsx'

interface Props {
  outcome: DiscoveryOutcome
  onAgain: () => void
}

/** What came of the question for metadata. */
export function DiscoveryAnswer({ outcome, onAgain }: Props) {
  const retry = { again: onAgain, withNewToken: null }
  switch (outcome.kind) {
    case 'found':
      return <DiscoveryFound found={outcome} />
    case 'none':
      // A normal case: many servers publish none.
      return (
        <InForm>
          <Banner
            tone="info"
            title="No metadata found. Enter the endpoints manually."
            reason={visible(triedText(outcome.tried))}
            acts={<Acts exchangeId={outcome.exchangeId} />}
          />
          <FailureDetails
            isWhole
            findings={outcome.findings}
            checked={outcome.checked ?? []}
            exchangeId={outcome.exchangeId}
            retry={retry}
          />
        </InForm>
      )
    case 'nonconformant': {
      const findings = outcome.findings.map(withPublishedIssuer)
      return (
        <InForm>
          <Failure
            failed={{ ...outcome, findings }}
            known={knownOfAnswer(`Status ${outcome.status}`, findings, 'issuer')}
            retry={retry}
            isPrimary={false}
            acts={<Acts exchangeId={outcome.exchangeId} />}
          />
        </InForm>
      )
    }
    case 'unreachable':
      return <Unreachable outcome={outcome} onAgain={onAgain} />
    case 'not_sent':
      return <ProblemList title="Nothing was sent" problems={outcome.problems.map(inWords)} />
    default:
      return assertNever(outcome)
  }
}

/** The issuer that the metadata names is the one to set, where that can be one. */
function withPublishedIssuer(finding: Finding): Finding {
  const value = finding.code === 'issuer_mismatch' ? (finding.evidence['published'] ?? '') : ''
  return value.startsWith('http') ? { ...finding, change: { field: 'issuer', value } } : finding
}

interface UnreachableProps {
  outcome: Extract<DiscoveryOutcome, { kind: 'unreachable' }>
  onAgain: () => void
}

function Unreachable({ outcome, onAgain }: UnreachableProps) {
  const { failure, exchangeId } = outcome
  if (failure.code === 'cancelled') {
    const { title, sentence, advice } = failureText(failure)
    return (
      <Banner
        tone="info"
        title={title}
        reason={`${visible(sentence)} ${advice}`}
        acts={<Acts exchangeId={exchangeId} />}
      />
    )
  }
  return (
    <InForm>
      <Failure
        failed={outcome}
        known={knownOfFailure(failure, 'issuer')}
        retry={{ again: onAgain, withNewToken: null }}
        isPrimary={false}
        acts={
          <>
            {failure.code.startsWith('tls_') ? <AcceptHere exchangeId={exchangeId} again={onAgain} /> : null}
            <Acts exchangeId={exchangeId} />
          </>
        }
      />
    </InForm>
  )
}

function Acts({ exchangeId }: { exchangeId: string }) {
  return (
    <>
      <OpenExchange exchangeId={exchangeId} />
      <CloseDiscovery />
    </>
  )
}
