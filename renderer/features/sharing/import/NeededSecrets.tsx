import './needed-secrets.css'
import { useRef, useState } from 'react'
import type { KeptAs } from '../../../queries/set-secrets.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import { NotKept } from '../../../secret-storage/NotKept.tsx'
import { HeadRow } from './HeadRow.tsx'
import { isSupplied } from './needed-secrets.ts'
import { NeededActions } from './NeededActions.tsx'
import { isKey } from './NeededField.tsx'
import { NeededRowCells } from './NeededRowCells.tsx'
import { resultText } from './result-text.ts'
import { typeAt } from './typed-rows.ts'
import type { NeededRow } from './use-needed-secrets.ts'
import { useSupplying } from './use-supplying.ts'
import { usePageHotkeys } from '../../../ui/use-page-hotkeys.ts'
import { Counted } from './Counted.tsx'

const columns = ['Environment', 'Secret', 'Sent to', 'Value', 'State']

/** The secrets that an import still needs, typed where they are listed. */
export function NeededSecrets({ importId, rows }: { importId: string; rows: readonly NeededRow[] }) {
  const { isSaving, last, isLater, save, setLater, closeStorage } = useSupplying(importId, rows)
  const [current, setCurrent] = useState<string | null>(null)
  const [left, setLeft] = useState(0)
  const table = useRef<HTMLDivElement>(null)
  const open = rows.filter(({ isSaved }) => !isSaved)
  const storage = last?.notKept ?? null
  const saveAll = (keptAs?: KeptAs) => {
    setLeft(0)
    void save(keptAs)
  }
  usePageHotkeys([['mod+S', () => saveAll()]])

  const goOn = (from: NeededRow) => {
    const next = open[open.indexOf(from) + 1]
    const field =
      next === undefined ? null : table.current?.querySelector<HTMLElement>(`[data-needed="${CSS.escape(next.key)}"]`)
    const target = field ?? document.querySelector<HTMLElement>('[data-save-needed]')
    target?.focus()
  }
  /** A line for each field from this one on that takes one. */
  const fill = (from: NeededRow, lines: readonly string[]) => {
    const fields = open.slice(open.indexOf(from)).filter((row) => !isKey(row))
    for (const [index, row] of fields.entries()) {
      const line = lines[index] ?? ''
      if (line !== '') typeAt(row, line)
    }
    setLeft(Math.max(0, lines.length - fields.length))
  }

  return (
    <Region
      name="Secrets to supply"
      title={<Counted title="Secrets still needed" count={open.length} none="none" />}
      actions={
        <NeededActions
          importId={importId}
          rows={rows}
          isSaving={isSaving}
          isLater={isLater}
          onSave={() => saveAll()}
          onLater={setLater}
        />
      }
    >
      <p role="status" className="text dimmed needed-said">
        {resultText({ last, isLater, left, rows })}
      </p>
      {storage === null ? null : (
        <NotKept
          storage={storage}
          onSave={() => saveAll()}
          onSession={() => saveAll('session')}
          onCancel={closeStorage}
        />
      )}
      <div
        ref={table}
        role="table"
        aria-label="Secrets to supply"
        aria-rowcount={rows.length + 1}
        className="needed-table"
      >
        <HeadRow columns={columns} className="needed-head" />
        <VirtualList
          label="Rows"
          as="rows"
          before={1}
          items={rows}
          estimate={37}
          maxHeight="min(50vh, 480px)"
          className="needed-rows"
          current={current}
          tabStop={false}
          keyOf={({ key }) => key}
        >
          {(row) => (
            <NeededRowCells
              row={row}
              failure={last?.failures.get(row.environmentId) ?? null}
              isLater={isLater}
              isNext={current === null && row === open[0]}
              isSupplied={isSupplied(row, rows)}
              onFocus={() => setCurrent(row.key)}
              onEnter={() => goOn(row)}
              onLines={(lines) => fill(row, lines)}
            />
          )}
        </VirtualList>
      </div>
    </Region>
  )
}
