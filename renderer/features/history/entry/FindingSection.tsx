import type { ReactNode } from 'react'
import type { Finding, Pointer } from '../../../../electron/contract/finding.ts'
import type { HistoryEntry } from '../../../../electron/contract/history.ts'
import { pointersOf } from '../../../../electron/common/evidence-marks.ts'
import { fieldsOfFinding } from '../../../../electron/wording/fields-at-fault.ts'
import { findingText } from '../../../../electron/wording/findings.ts'
import { markInExchange } from '../../../state/marked-evidence.ts'
import { ConfidenceTag } from '../../../ui/ConfidenceTag.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Findings } from '../../../ui/Findings.tsx'
import { GoToField } from '../../../ui/GoToField.tsx'
import { FoundText } from '../FoundText.tsx'
import { SolvedLine } from './SolvedLine.tsx'
import type { EntryTab } from './use-entry-tab.ts'

interface Props {
  entry: HistoryEntry
  words: readonly string[]
  /** Shows a tab, and puts the focus there. */
  onShow: (tab: EntryTab) => void
}

/** What was found out about an exchange, the likeliest first, and what settled it; nothing where nothing was. */
export function FindingSection({ entry, words, onShow }: Props) {
  const { exchange, conclusion, solvedBy } = entry
  const [first, ...others] = conclusion?.findings ?? []
  if (first === undefined && solvedBy === null) return null
  const solved = solvedBy === null ? null : <SolvedLine exchange={exchange} solvedBy={solvedBy} />
  return (
    <section className="entry-section" aria-label="Finding">
      <h3>Finding</h3>
      {first === undefined ? (
        solved
      ) : (
        <First finding={first} exchangeId={exchange.id} solved={solved} words={words} onShow={onShow} />
      )}
      {others.length === 0 ? null : (
        <Disclosure
          title={others.length === 1 ? 'One more finding' : `${others.length} more findings`}
          open={false}
          about={exchange.id}
        >
          <Findings findings={others} />
        </Disclosure>
      )}
    </section>
  )
}

interface FirstProps extends Pick<Props, 'words' | 'onShow'> {
  finding: Finding
  exchangeId: string
  /** What settled it; what to do about it is behind a title then. Null where nothing did. */
  solved: ReactNode
}

function First({ finding, exchangeId, solved, words, onShow }: FirstProps) {
  const { title, sentence, advice } = findingText(finding)
  const pointers = pointersOf(finding)
  const tab = tabOf(pointers)
  const whatToDo =
    advice === null ? null : (
      <p className="text dimmed anywhere">
        <FoundText text={advice} words={words} />
      </p>
    )
  return (
    <>
      <p className="text anywhere" title={title}>
        <FoundText text={sentence} words={words} /> <ConfidenceTag confidence={finding.confidence} />
      </p>
      {solved ?? whatToDo}
      {solved === null || whatToDo === null ? null : (
        <Disclosure title="What to do" open={false} about={exchangeId}>
          {whatToDo}
        </Disclosure>
      )}
      <div className="row">
        {tab === null ? null : (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              markInExchange(exchangeId, pointers)
              onShow(tab)
            }}
          >
            Show evidence
          </button>
        )}
        {solved === null ? <GoToField fields={fieldsOfFinding(finding)} /> : null}
      </div>
    </>
  )
}

/** Where what a finding points at is seen; null where that is in no exchange. */
function tabOf(pointers: readonly Pointer[]): EntryTab | null {
  const has = (start: string) => pointers.some(({ kind }) => kind.startsWith(start))
  if (has('response_')) return 'response'
  return has('request_') ? 'request' : null
}
