import { IconHelpCircle } from '@tabler/icons-react'
import { visible } from '../../electron/common/visible.ts'
import type { Finding } from '../../electron/contract/finding.ts'
import { findingText } from '../../electron/wording/findings.ts'
import { ConfidenceTag } from '../ui/ConfidenceTag.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { ShowEvidence } from './ShowEvidence.tsx'
import { type Retry, WayOut } from './WayOut.tsx'
import './diagnosis.css'

interface Props {
  causes: readonly Finding[]
  retry: Retry | null
  /** The exchange that they were seen in; null where there is none. */
  exchangeId: string | null
  /** What they are called above their number. */
  title?: string
}

/** The next causes, the likeliest first, behind their number. */
export function AlsoPossible({ causes, retry, exchangeId, title = 'Also possible' }: Props) {
  if (causes.length === 0) return null
  return (
    <Disclosure title={`${title} (${causes.length})`} open={false}>
      <OtherCauses causes={causes} retry={retry} exchangeId={exchangeId} />
    </Disclosure>
  )
}

export function OtherCauses({ causes, retry, exchangeId }: Props) {
  return (
    <ul className="other-causes" aria-label="Also possible">
      {causes.map((finding) => {
        const { title, sentence, advice } = findingText(finding)
        return (
          <li key={finding.code}>
            <IconHelpCircle size={14} aria-hidden />
            <div>
              <p className="cause-head">
                <b>{title}</b>
                <ConfidenceTag confidence={finding.confidence} />
              </p>
              <p className="anywhere">{visible(sentence)}</p>
              {advice === null ? null : <p className="anywhere dimmed">{visible(advice)}</p>}
              <span className="cause-acts">
                <WayOut finding={finding} retry={retry} isPrimary={false} />
                {exchangeId === null ? null : <ShowEvidence finding={finding} exchangeId={exchangeId} />}
              </span>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
