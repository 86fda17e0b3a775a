import type { Panel } from '../../../electron/picture/picture.ts'
import { explained } from '../../../electron/wording/diagnosis/explained.ts'
import { OtherCauses } from '../../diagnosis/AlsoPossible.tsx'
import type { Retry } from '../../diagnosis/WayOut.tsx'
import { CheckedList } from '../../diagnosis/WhatWasChecked.tsx'
import { PanelPopover } from './PanelPopover.tsx'

interface Props {
  panel: Extract<Panel, { kind: 'over' }>
  retry: Retry | null
}

/** What else may be the cause, and what was checked: each opens over what is below, so that the panel stays as high. */
export function PanelMore({ panel: { failure, others }, retry }: Props) {
  const causes = failure === null ? [] : explained(failure.findings).others
  const count = causes.length + others.length
  const checked = failure?.checked ?? []
  return (
    <span className="flow-others">
      {checked.length === 0 ? null : (
        <PanelPopover title="What was checked" label="What was checked">
          <CheckedList checked={checked} />
        </PanelPopover>
      )}
      {count === 0 ? null : (
        <PanelPopover title={`Also possible (${count})`} label="Also possible">
          <OtherCauses causes={causes} retry={retry} exchangeId={null} />
          <ul className="flow-other-causes">
            {others.map((other) => (
              <li key={other}>{other}</li>
            ))}
          </ul>
        </PanelPopover>
      )}
    </span>
  )
}
