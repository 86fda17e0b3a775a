import { type ReactNode, useEffect, useRef } from 'react'
import { checkTitles, verdictReason, verdictSentence } from '../../electron/wording/checks.ts'
import type { Verification } from '../../electron/contract/verification.ts'
import type { Progress } from '../state/runs.ts'
import { Findings } from '../ui/Findings.tsx'
import { visible } from '../../electron/common/visible.ts'
import { CallFailed } from '../ui/Problem.tsx'
import { Region } from '../ui/Region.tsx'
import { StateIcon, type Tone } from '../ui/StateIcon.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { CheckTable } from './CheckTable.tsx'
import { KeysLine } from './KeysLine.tsx'
import { ProfileChecks } from './ProfileChecks.tsx'

interface Props {
  /** Null while nothing was verified. */
  verification: Verification | null
  /** The environment that it was compared with, or null. */
  comparedWith: string | null
  pendingSince: number | null
  /** What the request for keys waits for. */
  progress: Progress | null
  onCancel: () => void
  error: Error | null
  /** What kept it from being verified, with the way out. */
  notSent: ReactNode
  onFetchKeysAgain: () => void
  /** What begins it, beside the verdict. */
  actions?: ReactNode
  /** With what to verify. */
  children: ReactNode
}

/** Whether a token can be trusted: the verdict, why, and each check. */
export function VerificationRegion(props: Props) {
  const { verification, pendingSince, progress, onCancel, error, notSent, actions, children } = props
  const title = verification === null ? 'Verification' : `Verification: ${verdictSentence(verification)}`
  const box = useSeenWhenDone(pendingSince)
  return (
    <Region name="Verification" title={title} actions={actions}>
      <div className="column" ref={box} style={{ scrollMarginTop: 44 }}>
        {verification === null ? (
          <p className="text dimmed">
            Reading claims is not trusting them: anyone could have written them. Verifying checks signature, issuer,
            audience and times.
          </p>
        ) : null}
        {children}
        {error === null ? null : <CallFailed error={error} />}
        {notSent}
        {pendingSince === null ? null : (
          <Waiting since={pendingSince} what="Verifying" progress={progress} onCancel={onCancel} />
        )}
        {verification === null ? null : <Result {...props} verification={verification} />}
      </div>
    </Region>
  )
}

/** Brings the result into sight, for it may have been asked for from further up. */
function useSeenWhenDone(pendingSince: number | null) {
  const box = useRef<HTMLDivElement>(null)
  const wasPending = useRef(false)
  useEffect(() => {
    if (wasPending.current && pendingSince === null) box.current?.scrollIntoView({ block: 'nearest' })
    wasPending.current = pendingSince !== null
  }, [pendingSince])
  return box
}

const tones: Readonly<Record<Verification['verdict'], readonly [Tone, string]>> = {
  genuine: ['good', 'Genuine'],
  other_issuer: ['warn', 'Issuer does not match'],
  not_genuine: ['bad', 'Not genuine'],
  undetermined: ['info', 'Cannot be checked here'],
}

function Result({
  verification,
  comparedWith,
  pendingSince,
  onFetchKeysAgain,
}: Props & { verification: Verification }) {
  const [tone, word] = tones[verification.verdict]
  return (
    <>
      <div className="row" data-wrap="no" style={{ alignItems: 'flex-start' }} role="status">
        <StateIcon tone={tone} word={word} />
        <p className="text anywhere">{visible(verdictReason(verification))}</p>
      </div>
      <CheckTable
        label="Checks"
        checks={verification.checks.map((check) => ({ ...check, title: checkTitles[check.name] }))}
      />
      <ProfileChecks verification={verification} />
      <KeysLine
        verification={verification}
        comparedWith={comparedWith}
        isPending={pendingSince !== null}
        onFetchAgain={onFetchKeysAgain}
      />
      <Findings findings={verification.findings} />
    </>
  )
}
