import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useRef } from 'react'
import type { ChosenExchanges } from '../../../../electron/contract/history.ts'
import type { HistoryFormat } from '../../../../electron/vocabulary/history.ts'
import { useExportHistory } from '../../../queries/history.ts'
import { count } from '../../../ui/count.ts'
import { toastFailed, toastSaved } from '../../../ui/toast.ts'

interface Props {
  /** Null where there is nothing to export. */
  chosen: ChosenExchanges | null
  /** How many those are. */
  exchanges: number
}

const formats: Readonly<Record<HistoryFormat, string>> = { har: 'HAR 1.2', jsonl: 'JSON Lines' }

/** Saves exchanges, masked as they are recorded, to a file; while it is written it can be cancelled. */
export function ExportMenu({ chosen, exchanges }: Props) {
  const { mutate, isPending } = useExportHistory()
  const running = useRef<AbortController | null>(null)
  const icon = <IconDownload size={16} stroke={1.6} aria-hidden />
  if (isPending) {
    return (
      <Button variant="default" leftSection={icon} onClick={() => running.current?.abort()}>
        Cancel export
      </Button>
    )
  }
  const save = (format: HistoryFormat) => {
    if (chosen === null) return
    running.current = new AbortController()
    mutate(
      { chosen, format, signal: running.current.signal },
      {
        onSuccess: (outcome) => toastSaved('Exchanges', outcome),
        onError: ({ message }) => toastFailed('Exchanges: not saved', message),
      },
    )
  }
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" leftSection={icon} disabled={chosen === null}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{count(exchanges, 'exchange')}, secrets and tokens masked</Menu.Label>
        <Menu.Item onClick={() => save('har')}>{formats.har}…</Menu.Item>
        <Menu.Item onClick={() => save('jsonl')}>{formats.jsonl}…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
