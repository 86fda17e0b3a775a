import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { ChosenExchanges } from '../../../../electron/contract/history.ts'
import type { HistoryFormat } from '../../../../electron/vocabulary/history.ts'
import { useHistoryExport } from '../../../state/history-export.ts'
import { count } from '../../../ui/count.ts'
import { saveHistory } from '../../../ui/save-history.ts'

interface Props {
  /** Null where there is nothing to export. */
  chosen: ChosenExchanges | null
  /** How many those are. */
  exchanges: number
}

/** Saves exchanges, masked as they are recorded, to a file; while it is written the same button cancels it. */
export function ExportExchanges({ chosen, exchanges }: Props) {
  const running = useHistoryExport()
  const [isOpen, setOpen] = useState(false)
  const start = (format: HistoryFormat) => () =>
    chosen === null ? undefined : saveHistory('Exchanges', { chosen, format })
  return (
    <>
      {running?.done === null || running === null ? null : <Progress {...running.done} />}
      <Menu
        position="bottom-end"
        withinPortal={false}
        opened={isOpen}
        onChange={(wanted) => setOpen(wanted && running === null)}
      >
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
            disabled={chosen === null && running === null}
            onClick={() => running?.cancel()}
          >
            {running === null ? 'Export' : 'Cancel export'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{count(exchanges, 'exchange')}, secrets and tokens masked</Menu.Label>
          <Menu.Item onClick={start('har')}>HAR 1.2…</Menu.Item>
          <Menu.Item onClick={start('jsonl')}>JSON Lines…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

function Progress({ done, total }: { done: number; total: number }) {
  const text = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
  return (
    <span
      className="history-exporting"
      role="progressbar"
      aria-label="Export"
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={text}
    >
      {text}
    </span>
  )
}
