import type { FieldProblem } from '../../../electron/contract/problem.ts'
import { PanelFrame } from './PanelFrame.tsx'
import { panelIcons } from './panel-icons.ts'
import { Refused } from './Refused.tsx'

interface Props {
  environmentId: string
  problems: readonly FieldProblem[]
  again: () => void
  dismiss: () => void
}

/** A run that could not begin: what is missing, and the way to it. */
export function NotBegun(props: Props) {
  const { Icon, word } = panelIcons.warn
  const icon = (
    <span role="img" aria-label={word} className="flow-panel-icon">
      <Icon size={20} aria-hidden />
    </span>
  )
  return (
    <PanelFrame tone="warn" icon={icon} title="Nothing was sent" reason="The run could not begin.">
      <Refused {...props} />
    </PanelFrame>
  )
}
