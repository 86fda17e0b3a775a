import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { visible } from '../../../electron/common/visible.ts'
import { count } from '../../ui/count.ts'
import { Problem } from '../../ui/Problem.tsx'
import { EmptyHistory, NoMatch } from './EmptyHistory.tsx'
import { HistorySkeleton } from './HistorySkeleton.tsx'
import { mostRows } from './table/layout.ts'
import type { Found } from './use-found.ts'

interface Props {
  found: Found | null
  error: Error | null
  isFiltered: boolean
  arrived: number
  onArrived: () => void
  onAgain: () => void
  onClear: () => void
  /** The table, where there is something to list. */
  children: ReactNode
}

/** What was found, or why there is nothing to see. */
export function HistoryList({ found, error, isFiltered, arrived, onArrived, onAgain, onClear, children }: Props) {
  return (
    <div className="history-list">
      {error === null ? null : <Failed title="The history could not be searched" error={error} onAgain={onAgain} />}
      {found === null ? (
        error === null ? (
          <HistorySkeleton />
        ) : null
      ) : (
        <>
          <ReadingFailed found={found} onAgain={onAgain} />
          {found.search.notIndexed > 0 ? (
            <p className="history-said" role="status">
              The search index is being built: {count(found.search.notIndexed, 'exchange')} not listed yet.
            </p>
          ) : null}
          {found.search.found > mostRows ? (
            <p className="history-said">
              The newest {mostRows.toLocaleString('en')} of {found.search.found.toLocaleString('en')} are listed. Choose
              a time to see older ones.
            </p>
          ) : null}
          {found.search.found > 0 ? (
            children
          ) : isFiltered ? (
            <NoMatch onClear={onClear} />
          ) : found.search.notIndexed > 0 ? null : (
            <EmptyHistory />
          )}
        </>
      )}
      <div className="history-arrived" role="status">
        {arrived === 0 ? null : <Button onClick={onArrived}>{arrived.toLocaleString('en')} new</Button>}
      </div>
    </div>
  )
}

/** Rows that could not be read; one of a search that is no longer kept is searched again. */
function ReadingFailed({ found: { rows }, onAgain }: { found: Found; onAgain: () => void }) {
  const { error, isLost } = useSyncExternalStore(rows.subscribe, rows.state)
  useEffect(() => {
    if (isLost) onAgain()
  }, [isLost, onAgain])
  return error === null ? null : <Failed title="Not all rows could be read" error={error} onAgain={onAgain} />
}

function Failed({ title, error, onAgain }: { title: string; error: Error; onAgain: () => void }) {
  return (
    <div className="history-failed">
      <Problem tone="bad" word="Error" title={title}>
        {visible(error.message)}
      </Problem>
      <Button variant="default" onClick={onAgain}>
        Try again
      </Button>
    </div>
  )
}
