import { memo } from 'react'
import type { Finding } from '../../../electron/contract/finding.ts'
import type { TokenOutcome } from '../../../electron/contract/outcome.ts'
import { fieldsOfFindings } from '../../../electron/wording/fields-at-fault.ts'
import { Findings } from '../../ui/Findings.tsx'
import { Region } from '../../ui/Region.tsx'

/** What was noticed of the last request, where anything was. */
export function Diagnosis({ outcome }: { outcome: TokenOutcome | null }) {
  const findings = outcome !== null && 'findings' in outcome ? outcome.findings : []
  return findings.length === 0 ? null : (
    <Found
      findings={findings}
      ledTo={
        outcome?.kind === 'refused' || outcome?.kind === 'nonconformant'
          ? (fieldsOfFindings(findings)[0] ?? null)
          : null
      }
    />
  )
}

const Found = memo(function Found({ findings, ledTo }: { findings: readonly Finding[]; ledTo: string | null }) {
  return (
    <Region name="Diagnosis">
      <Findings findings={findings} ledTo={ledTo} />
    </Region>
  )
})
