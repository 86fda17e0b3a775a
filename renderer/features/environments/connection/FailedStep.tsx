import { Text } from '@mantine/core'
import type { ConnectionStep } from '../../../../electron/contract/connection-test.ts'
import { titleWithConfidence } from '../../../../electron/wording/confidence.ts'
import { explained } from '../../../../electron/wording/diagnosis/explained.ts'
import { failureText } from '../../../../electron/wording/failures.ts'
import { findingText } from '../../../../electron/wording/findings.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { CopyQuestion } from '../../../diagnosis/CopyQuestion.tsx'
import { AcceptHere } from './AcceptHere.tsx'
import { OpenExchange } from './OpenExchange.tsx'

/** Why a step failed, in one sentence, and what helps. */
export function FailedStep({ step, again }: { step: ConnectionStep; again: () => void }) {
  const { exchangeId, failure } = step
  const reason = reasonOf(step)
  if (reason === null || failure?.code === 'cancelled') return null
  return (
    <div className="connection-reason">
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        <b>{reason.title}.</b> {visible(reason.sentence)} <span className="connection-advice">{reason.advice}</span>
      </Text>
      {exchangeId === null ? null : (
        <div className="connection-acts">
          {failure?.code.startsWith('tls_') === true ? <AcceptHere exchangeId={exchangeId} again={again} /> : null}
          <OpenExchange exchangeId={exchangeId} />
          <CopyQuestion failed={{ findings: step.findings, exchangeId }} />
        </div>
      )}
    </div>
  )
}

interface Reason {
  title: string
  sentence: string
  advice: string
}

/** The likeliest cause, else what kept an answer from coming, else what was noticed first. */
function reasonOf({ failure, findings }: ConnectionStep): Reason | null {
  const { cause, noticed } = explained(findings)
  if (cause === null && failure !== null) return failureText(failure)
  const finding = cause ?? noticed[0]
  if (finding === undefined) return null
  const { title, sentence, advice } = findingText(finding)
  return { title: titleWithConfidence(title, finding), sentence, advice: advice ?? '' }
}
