import type { ReactNode } from 'react'
import type { Panel } from '../../../electron/picture/picture.ts'
import { explained } from '../../../electron/wording/diagnosis/explained.ts'
import type { Environment } from '../../../electron/contract/environment.ts'
import { FlowChange } from './FlowChange.tsx'
import { useMarks } from '../../diagnosis/use-marks.ts'
import { ConfidenceTag } from '../../ui/ConfidenceTag.tsx'
import { Evidence } from './Evidence.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import { panelIcons } from './panel-icons.ts'
import { Passed } from './Passed.tsx'

interface Props {
  panel: Extract<Panel, { kind: 'over' }>
  /** Which run it is of, where that is not the newest. */
  side: ReactNode
  environment: Environment
  /** What helps now. */
  acts: ReactNode
  /** What else may be the cause, and what was checked. */
  more: ReactNode
  /** What a person can settle on the spot, instead of evidence. */
  remedy: ReactNode
  onSelect: (rowId: string) => void
}

/** After a run: the verdict, why, the evidence, and what helps. */
export function OverPanel({ panel, side, environment, acts, more, remedy, onSelect }: Props) {
  const { tone, title, reason, evidence, failure, passed } = panel
  const cause = failure === null ? null : explained(failure.findings).cause
  useMarks(failure?.exchangeId ?? null, cause)
  const { Icon, word } = panelIcons[tone]
  const icon = (
    <span role="img" aria-label={word} className="flow-panel-icon">
      <Icon size={20} aria-hidden />
    </span>
  )
  return (
    <PanelFrame
      tone={tone}
      icon={icon}
      title={title}
      reason={reason}
      isRoomy={evidence.length + (panel.change === null ? 0 : 1) < 3}
      side={side}
      mark={cause === null ? null : <ConfidenceTag confidence={cause.confidence} />}
    >
      {remedy ?? (
        <>
          <Evidence evidence={evidence} onSelect={onSelect} />
          {panel.change === null || evidence.length > 2 ? null : (
            <FlowChange change={panel.change} environment={environment} />
          )}
          {passed.length === 0 || panel.change !== null ? null : <Passed passed={passed} />}
          <div className="flow-acts">
            {acts}
            {more}
          </div>
        </>
      )}
    </PanelFrame>
  )
}
