import './audit-trail.css'
import { Button, Title } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useAuditChain } from '../../queries/audit-chain.ts'
import { placeOfEntry, useAuditCount } from '../../queries/audit-entries.ts'
import { type AuditView, auditView, isWhole, wholeTrail } from '../../state/audit-view.ts'
import { useKept } from '../../state/kept.ts'
import { count } from '../../ui/count.ts'
import { Empty } from '../../ui/Empty.tsx'
import { CallFailed } from '../../ui/Problem.tsx'
import { useMinute } from '../../ui/use-now.ts'
import { filterOf } from './audit-filter.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { AuditTable } from './AuditTable.tsx'
import { ChainBanner } from './ChainBanner.tsx'
import { ExportTrail } from './ExportTrail.tsx'

/** What was done with secrets, environments and tokens, and whether the record of it is as it was written. */
export function AuditTrailPage() {
  const [view, change] = useKept(auditView)
  const filter = useAuditFilter(view)
  const found = useAuditCount(filter)
  const chain = useAuditChain()
  const [goal, setGoal] = useState<{ place: number } | null>(null)
  const isFiltered = !isWhole(view)
  const table = useRef<HTMLDivElement>(null)
  const broken = chain.data?.kind === 'broken' ? chain.data.break : null
  const showEntry = (number: number) => {
    change(() => wholeTrail)
    void placeOfEntry(filterOf(wholeTrail, 0), number).then((place) => setGoal({ place }))
  }
  return (
    <div className="page">
      <header className="page-header">
        <Title order={1}>Audit trail</Title>
        <span className="audit-count">
          {found.data === undefined || isFiltered ? '' : count(found.data, 'entry', 'entries')}
        </span>
        <Button
          ml="auto"
          leftSection={<IconFingerprint size={16} stroke={1.6} aria-hidden />}
          loading={chain.isFetching}
          onClick={() => void chain.refetch()}
        >
          Verify
        </Button>
        <ExportTrail filter={filter} found={found.data ?? null} isFiltered={isFiltered} />
      </header>
      {/* It has the focus when a button in it is gone. */}
      <div className="audit-state" role="group" aria-label="Whether it is intact">
        <ChainBanner chain={chain} onShow={showEntry} />
      </div>
      <AuditFilters
        view={view}
        found={found.data ?? null}
        onChange={(part) => change((now) => ({ ...now, ...part }))}
        onEnter={() => table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
      />
      <div ref={table} className="audit-entries">
        {found.error !== null ? (
          <CallFailed error={found.error} />
        ) : found.data === 0 ? (
          isFiltered ? (
            <Empty
              icon={IconFingerprint}
              title="No matches"
              act={
                <Button variant="default" onClick={() => change(() => wholeTrail)}>
                  Show all entries
                </Button>
              }
            >
              No entry of the audit trail matches this search and these filters.
            </Empty>
          ) : (
            <Empty icon={IconFingerprint} title="No entries yet">
              Each use of a secret, each token request and each change of an environment is recorded here.
            </Empty>
          )
        ) : found.data === undefined ? null : (
          <AuditTable
            filter={filter}
            found={found.data}
            isSettled={!found.isPlaceholderData}
            broken={broken}
            goal={goal}
          />
        )}
      </div>
    </div>
  )
}

/** The filter of what is shown. A span ends now, to the minute. */
function useAuditFilter(view: AuditView) {
  const now = useMinute()
  const end = view.time.kind === 'last' ? now : 0
  return useMemo(() => filterOf(view, end), [view, end])
}
