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

/** What else may be the cause, and what was checked: over what is below, so that the panel stays as high. */
export function PanelMore({ panel: { failure, others }, retry }: Props) {
  const causes = failure === null ? [] : explained(failure.findings).others
  const count = causes.length + others.length
  const checked = failure?.checked ?? []
  if (count === 0 && checked.length === 0) return null
  const title = count === 0 ? 'What was checked' : `Also possible (${count})`
  return (
    <PanelPopover title={title} label={count === 0 ? title : 'Also possible'}>
      {causes.length === 0 ? null : <OtherCauses causes={causes} retry={retry} exchangeId={null} />}
      {others.length === 0 ? null : (
        <ul className="flow-other-causes">
          {others.map((other) => (
            <li key={other}>{other}</li>
          ))}
        </ul>
      )}
      {count === 0 || checked.length === 0 ? null : <h3 className="flow-popover-title">What was checked</h3>}
      <CheckedList checked={checked} />
    </PanelPopover>
  )
}
