import { Button, Menu } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import type { ActivityStep } from '../../../electron/contract/activity.ts'
import type { HistoryFormat } from '../../../electron/vocabulary/history.ts'
import { useExportHistory } from '../../queries/history.ts'
import { hrefOf } from '../../route.ts'
import { toastFailed, toastSaved } from '../../ui/toast.ts'

interface Props {
  environmentId: string
  step: ActivityStep
  /** The search that found its requests; null while it runs. */
  searchId: string | null
}

/** All of a step elsewhere: in the history, or in a file. */
export function StepFoot({ environmentId, step, searchId }: Props) {
  const { mutate, isPending } = useExportHistory()
  const query = new URLSearchParams([
    ['from', String(step.startsAt)],
    ['to', String(step.endsAt)],
    ['environment', environmentId],
  ]).toString()
  const save = (format: HistoryFormat) =>
    mutate(
      // The requests of one step are few: nothing offers to cancel it.
      { chosen: { kind: 'search', searchId: searchId ?? '' }, format, signal: new AbortController().signal },
      {
        onSuccess: (outcome) => toastSaved('Token requests', outcome),
        onError: ({ message }) => toastFailed('Token requests: not saved', message),
      },
    )
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
            disabled={searchId === null || step.tokenRequests === 0 || isPending}
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          >
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => save('har')}>HAR</Menu.Item>
          <Menu.Item onClick={() => save('jsonl')}>JSON Lines</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
