import { ActionIcon, Button, Loader, VisuallyHidden } from '@mantine/core'
import { IconRefresh, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ConnectionTest } from '../../../../electron/contract/connection-test.ts'
import { connectionSummary } from '../../../../electron/wording/connection-test.ts'
import { CallFailed } from '../../../ui/Problem.tsx'
import { StateIcon, type Tone } from '../../../ui/StateIcon.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { ProblemList } from '../ProblemList.tsx'
import { inWords } from '../problems.ts'
import './connection.css'
import { ConnectionSteps, stepsToTry } from './ConnectionSteps.tsx'
import { FailedStep } from './FailedStep.tsx'
import { useConnectionTest } from './use-connection-test.ts'

/** What came of the last test of the connection, at the foot of the form. Nothing before the first one. */
export function ConnectionRegion() {
  const { outcome, error, at, pendingSince, isOutdated, test, cancel, forget } = useConnectionTest()
  const region = useRef<HTMLElement>(null)
  const isPending = pendingSince !== null
  const isShown = isPending || outcome !== null || error !== null
  useEffect(() => {
    if (isPending) region.current?.scrollIntoView({ block: 'nearest' })
  }, [isPending])
  const tested = outcome?.kind === 'tested' ? outcome : null
  const verdict = tested === null ? null : verdictOf(tested)
  const failed = tested?.steps.find(({ result }) => result === 'failed') ?? null
  const spoken = isPending ? 'Testing the connection' : verdict === null ? '' : `${verdict.word}. ${verdict.detail}`
  return (
    <>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
      {isShown ? (
        <section
          ref={region}
          aria-label="Connection"
          className="connection"
          data-outdated={isOutdated || isPending || undefined}
        >
          <div className="connection-head">
            <h2 className="region-title">Connection</h2>
            {isPending ? (
              <Testing since={pendingSince} onCancel={cancel} />
            ) : verdict === null ? null : (
              <>
                <span className="connection-icon" aria-hidden>
                  <StateIcon tone={verdict.tone} />
                </span>
                <span className="connection-verdict" data-tone={verdict.tone}>
                  {verdict.word}
                </span>
                <span className="connection-detail ellipsis" title={verdict.detail}>
                  {verdict.detail}
                </span>
                {isOutdated ? <span className="tag">Outdated</span> : null}
              </>
            )}
            <div className="connection-again">
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden />}
                disabled={isPending}
                onClick={test}
              >
                Test again
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                me={-6}
                aria-label="Hide the connection test"
                title="Hide the connection test"
                disabled={isPending}
                onClick={forget}
              >
                <IconX size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            </div>
          </div>
          {error === null || isPending ? null : <CallFailed error={error} />}
          {outcome?.kind === 'not_sent' && !isPending ? (
            <ProblemList title="Nothing was sent" problems={outcome.problems.map(inWords)} />
          ) : error === null ? (
            <ConnectionSteps steps={tested?.steps ?? stepsToTry} at={at} />
          ) : null}
          {failed === null || isPending ? null : <FailedStep step={failed} again={test} />}
        </section>
      ) : null}
    </>
  )
}

const tones = { works: 'good', failed: 'bad', cancelled: 'idle' } as const

function verdictOf(tested: Extract<ConnectionTest, { kind: 'tested' }>): { tone: Tone; word: string; detail: string } {
  const { verdict, word, detail } = connectionSummary(tested)
  return { tone: tones[verdict], word, detail }
}

/** "Cancel" comes after a second: most tests are over by then. */
function Testing({ since, onCancel }: { since: number; onCancel: () => void }) {
  const isSlow = useNow() - since >= 1000
  return (
    <>
      <Loader size={14} />
      <span className="connection-detail">Testing…</span>
      {isSlow ? (
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      ) : null}
    </>
  )
}
