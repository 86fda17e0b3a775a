import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconDownload } from '@tabler/icons-react'
import type { AuditFilter } from '../../../electron/contract/audit.ts'
import type { AuditFormat } from '../../../electron/vocabulary/audit.ts'
import { useExportAudit } from '../../queries/audit-chain.ts'
import { count } from '../../ui/count.ts'
import { toastFailed } from '../../ui/toast.ts'
import { toastSaved } from '../../ui/toast-saved.ts'

interface Props {
  filter: AuditFilter
  /** How many entries it has; null while that is not known. */
  found: number | null
  isFiltered: boolean
}

/** Takes the entries that are found along as a file. */
export function ExportTrail({ filter, found, isFiltered }: Props) {
  const { mutate, isPending } = useExportAudit()
  const save = (format: AuditFormat) =>
    mutate(
      { filter, format },
      {
        onSuccess: (outcome) => toastSaved('Audit trail', outcome),
        onError: ({ message }) => toastFailed('Audit trail: not saved', message),
      },
    )
  const what = found === null ? '' : isFiltered ? `the ${count(found, 'entry', 'entries')} found` : 'all entries'
  return (
    <Menu position="bottom-end" withinPortal={false} width={280}>
      <Menu.Target>
        <Button
          variant="default"
          disabled={found === null || found === 0}
          loading={isPending}
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{`Writes ${what} to a file`}</Menu.Label>
        <Menu.Item onClick={() => save('jsonl')}>JSON Lines…</Menu.Item>
        <Menu.Item onClick={() => save('csv')}>CSV…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
