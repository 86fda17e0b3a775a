import { memo } from 'react'
import type { Checked } from '../../electron/contract/diagnosis.ts'
import type { Finding } from '../../electron/contract/finding.ts'
import { explained } from '../../electron/wording/diagnosis/explained.ts'
import { Findings } from '../ui/Findings.tsx'
import { Region } from '../ui/Region.tsx'
import { AlsoPossible } from './AlsoPossible.tsx'
import { WhatWasChecked } from './WhatWasChecked.tsx'
import type { Retry } from './WayOut.tsx'

interface Props {
  findings: readonly Finding[]
  checked: readonly Checked[]
  exchangeId: string
  /** The field that the banner leads to already. */
  ledTo?: string | null
  retry: Retry | null
  /** Whether the likeliest cause is listed as well, because no banner has it. */
  isWhole?: boolean
}

/** Below the banner of a failure: what else may be the cause, what was checked, and what was noticed. */
export const FailureDetails = memo(function FailureDetails({
  findings,
  checked,
  exchangeId,
  ledTo = null,
  retry,
  isWhole = false,
}: Props) {
  const { cause, others: next, noticed } = explained(findings)
  const others = isWhole && cause !== null ? [cause, ...next] : next
  if (others.length === 0 && noticed.length === 0 && checked.length === 0) return null
  return (
    <Region name="Diagnosis">
      <div className="column" data-gap="small">
        <AlsoPossible
          causes={others}
          retry={retry}
          exchangeId={exchangeId}
          title={isWhole ? 'Possible causes' : 'Also possible'}
        />
        <WhatWasChecked checked={checked} />
        {noticed.length === 0 ? null : <Findings findings={noticed} ledTo={ledTo} />}
      </div>
    </Region>
  )
})
