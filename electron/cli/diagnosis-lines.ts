import type { Checked } from '../contract/diagnosis.ts'
import type { Finding } from '../contract/finding.ts'
import { checkedGroups } from '../wording/diagnosis/checked-groups.ts'
import { changeLabel } from '../wording/diagnosis/change.ts'
import { explained } from '../wording/diagnosis/explained.ts'
import { unexplainedText } from '../wording/diagnosis/unexplained.ts'
import { findingSentence, findingText } from '../wording/findings.ts'

interface Outcome {
  kind: string
  findings: readonly Finding[]
  checked?: readonly Checked[]
}

/** Why a request failed, as lines: the likeliest cause and what to do, other causes, what was noticed, what was checked. */
export function linesOfDiagnosis({ kind, findings, checked = [] }: Outcome): string[] {
  const { cause, others, noticed } = explained(findings)
  const causes = [...(cause === null ? [] : [cause]), ...others].flatMap((finding, index) =>
    index === 0 ? causeLines(finding) : ['Also possible:'].concat(causeLines(finding)),
  )
  const unexplained = cause === null && kind !== 'unreachable' && checked.length > 0 ? [unexplainedText(checked)] : []
  return [
    ...causes,
    ...noticed.map((finding) => `${finding.severity}: ${findingSentence(finding)}`),
    ...unexplained,
    ...checkedGroups(checked).map(({ title, labels }) => `${title}: ${labels.join('; ')}`),
  ]
}

function causeLines(finding: Finding): string[] {
  const { advice } = findingText(finding)
  const said = `${finding.severity}: ${findingSentence(finding)}`
  const change = finding.change === undefined ? [] : [`  ${changeLabel(finding.change)}.`]
  return [said, ...(advice === null ? [] : [`  ${advice}`]), ...change]
}
