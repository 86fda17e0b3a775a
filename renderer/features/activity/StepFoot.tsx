import { Button, Menu } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import type { ActivityStep } from '../../../electron/contract/activity.ts'
import type { HistoryFormat } from '../../../electron/vocabulary/history.ts'
import { hrefOf } from '../../route.ts'
import { useHistoryExport } from '../../state/history-export.ts'
import { saveHistory } from '../../ui/save-history.ts'

interface Props {
  environmentId: string
  step: ActivityStep
  /** The search that found its requests; null while it runs. */
  searchId: string | null
}

/** All of a step elsewhere: in the history, or in a file. */
export function StepFoot({ environmentId, step, searchId }: Props) {
  const isExporting = useHistoryExport() !== null
  const query = new URLSearchParams([
    ['from', String(step.startsAt)],
    ['to', String(step.endsAt)],
    ['environment', environmentId],
  ]).toString()
  const save = (format: HistoryFormat) =>
    saveHistory('Token requests', { chosen: { kind: 'search', searchId: searchId ?? '' }, format })
  return (
    <div className="drawer-foot step-foot">
      <Button
        component="a"
        variant="subtle"
        href={hrefOf({ kind: 'history', query })}
        leftSection={<IconHistory size={16} stroke={1.6} aria-hidden />}
      >
        Open in History
      </Button>
      <Menu position="top-end">
        <Menu.Target>
          <Button
            variant="subtle"
            disabled={searchId === null || step.tokenRequests === 0 || isExporting}
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          >
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save('har')}>HAR 1.2…</Menu.Item>
          <Menu.Item onClick={() => save('jsonl')}>JSON Lines…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
