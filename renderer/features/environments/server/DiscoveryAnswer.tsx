import { Button } from '@mantine/core'
import { assertNever } from '../../../../electron/common/assert-never.ts'
import type { DiscoveryOutcome } from '../../../../electron/contract/outcome.ts'
import { failureText } from '../../../../electron/wording/failures.ts'
import { findingText } from '../../../../electron/wording/findings.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Findings } from '../../../ui/Findings.tsx'
import { visible } from '../../../../electron/common/visible.ts'
import { AcceptHere } from '../connection/AcceptHere.tsx'
import { OpenExchange } from '../connection/OpenExchange.tsx'
import { useFormScope } from '../form-scope.ts'
import { ProblemList } from '../ProblemList.tsx'
import { inWords } from '../problems.ts'
import { CloseDiscovery } from './CloseDiscovery.tsx'
import { triedText } from './discovery-text.ts'
import { DiscoveryFound } from './DiscoveryFound.tsx'

interface Props {
  outcome: DiscoveryOutcome
  onAgain: () => void
}

/** What came of the question for metadata. */
export function DiscoveryAnswer({ outcome, onAgain }: Props) {
  switch (outcome.kind) {
    case 'found':
      return <DiscoveryFound found={outcome} />
    case 'none':
      // A normal case: many servers publish none.
      return (
        <>
          <Banner
            tone="info"
            title="No metadata found. Enter the endpoints manually."
            reason={visible(triedText(outcome.tried))}
            acts={<Acts exchangeId={outcome.exchangeId} />}
          />
          {outcome.findings.length === 0 ? null : <Findings findings={outcome.findings} />}
        </>
      )
    case 'nonconformant':
      return <Refused outcome={outcome} />
    case 'unreachable':
      return <Unreachable outcome={outcome} onAgain={onAgain} />
    case 'not_sent':
      return <ProblemList title="Nothing was sent" problems={outcome.problems.map(inWords)} />
    default:
      return assertNever(outcome)
  }
}

function Refused({ outcome: { findings, status, exchangeId } }: { outcome: Of<'nonconformant'> }) {
  const { form } = useFormScope()
  const [first, ...others] = findings
  const published = findings.find(({ code }) => code === 'issuer_mismatch')?.evidence['published']
  const { title, sentence } = first === undefined ? { title: `Status ${status}`, sentence: '' } : findingText(first)
  return (
    <>
      <Banner tone="err" title={title} reason={visible(sentence)} acts={<Acts exchangeId={exchangeId} />}>
        {published?.startsWith('http') ? (
          <Button variant="default" mt={8} maw="100%" onClick={() => form.setFieldValue('issuer', published)}>
            Use {published} as issuer
          </Button>
        ) : null}
      </Banner>
      {others.length === 0 ? null : <Findings findings={others} />}
    </>
  )
}

function Unreachable({
  outcome: { failure, exchangeId },
  onAgain,
}: {
  outcome: Of<'unreachable'>
  onAgain: () => void
}) {
  const { title, sentence, advice } = failureText(failure)
  return (
    <Banner
      tone={failure.code === 'cancelled' ? 'info' : 'err'}
      title={title}
      reason={`${visible(sentence)} ${advice}`}
      acts={<Acts exchangeId={exchangeId} />}
    >
      {failure.code.startsWith('tls_') ? <AcceptHere exchangeId={exchangeId} again={onAgain} /> : null}
    </Banner>
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

type Of<Kind extends DiscoveryOutcome['kind']> = Extract<DiscoveryOutcome, { kind: Kind }>
