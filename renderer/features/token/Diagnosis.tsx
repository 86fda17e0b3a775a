import { memo, useMemo } from 'react'
import type { Finding } from '../../../electron/contract/finding.ts'
import { fieldsOfFindings } from '../../../electron/wording/fields-at-fault.ts'
import { FailureDetails } from '../../diagnosis/FailureDetails.tsx'
import type { Outcome } from '../../queries/action.ts'
import { Findings } from '../../ui/Findings.tsx'
import { Region } from '../../ui/Region.tsx'

/** What was noticed of the last request, where anything was; of one that failed, what belongs to its banner. */
export function Diagnosis({
  request: { outcome, again },
}: {
  request: Pick<Outcome<'requestToken'>, 'outcome' | 'again'>
}) {
  const retry = useMemo(() => ({ again, withNewToken: null }), [again])
  if (outcome === null || outcome.kind === 'not_sent') return null
  if (outcome.kind === 'issued') return <Noticed findings={outcome.findings} />
  const { findings, checked = none, exchangeId } = outcome
  const ledTo = outcome.kind === 'unreachable' ? null : (fieldsOfFindings(findings)[0] ?? null)
  return <FailureDetails findings={findings} checked={checked} exchangeId={exchangeId} ledTo={ledTo} retry={retry} />
}

const none: readonly [] = []

const Noticed = memo(function Noticed({ findings }: { findings: readonly Finding[] }) {
  return findings.length === 0 ? null : (
    <Region name="Diagnosis">
      <Findings findings={findings} />
    </Region>
  )
})
