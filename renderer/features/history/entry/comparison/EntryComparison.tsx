import './entry-comparison.css'
import { Modal, SegmentedControl, Skeleton, Text } from '@mantine/core'
import { useState } from 'react'
import type { HistoryEntry } from '../../../../../electron/contract/history.ts'
import { useHistoryEntry } from '../../../../queries/history-entry.ts'
import { CallFailed } from '../../../../ui/Problem.tsx'
import { usePlace } from '../../use-place.ts'
import { ComparedHeads } from './ComparedHeads.tsx'
import { Differences } from './Differences.tsx'
import { Everything } from './Everything.tsx'

const views = ['Differences', 'Everything']

/** Two exchanges side by side, the older one at the left: what differs, or all of both. */
export function EntryComparison({ left, right }: { left: string; right: HistoryEntry }) {
  const { go } = usePlace()
  const { data: other, error, isPlaceholderData } = useHistoryEntry(left)
  const [view, setView] = useState('Differences')
  const isThere = other !== undefined && !isPlaceholderData
  return (
    <Modal
      opened
      onClose={() => go({ against: '' })}
      title="Compare two exchanges"
      size="min(1100px, 94vw)"
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {error === null ? null : <CallFailed error={error} />}
      {isThere || error !== null ? null : <Skeleton h={200} />}
      {isThere && other === null ? (
        <Text size="sm">The other exchange cannot be shown: it was deleted, or its record is damaged.</Text>
      ) : null}
      {isThere && other !== null ? (
        <div className="entry-comparison">
          <SegmentedControl data={views} value={view} onChange={setView} aria-label="What is shown" />
          <Sides one={other} other={right} isWhole={view === 'Everything'} />
        </div>
      ) : null}
    </Modal>
  )
}

function Sides({ one, other, isWhole }: { one: HistoryEntry; other: HistoryEntry; isWhole: boolean }) {
  const [left, right] = one.exchange.startedAt <= other.exchange.startedAt ? [one, other] : [other, one]
  return (
    <>
      <ComparedHeads left={left} right={right} />
      {isWhole ? <Everything left={left} right={right} /> : <Differences left={left} right={right} />}
    </>
  )
}
