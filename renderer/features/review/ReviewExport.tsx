import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { EvidenceFormat } from '../../../electron/contract/evidence.ts'
import { saveReview } from '../../queries/review.ts'
import { toastFailed } from '../../ui/toast.ts'
import { toastSaved } from '../../ui/toast-saved.ts'
import { copyForOperator } from './copy-for-operator.ts'

/** The list for others: saved to a file, or copied for whoever can change it. */
export function ReviewExport({ environmentId }: { environmentId: string }) {
  const save = (format: EvidenceFormat, isOnlyOpen: boolean) => () =>
    void saveReview({ environmentId, format, isOnlyOpen }).then(
      (outcome) => toastSaved('Review', outcome),
      (error: unknown) => toastFailed('Review: not saved', error instanceof Error ? error.message : ''),
    )
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" flex="none" leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Secrets and tokens masked</Menu.Label>
        <Menu.Item onClick={save('markdown', false)}>Save as Markdown…</Menu.Item>
        <Menu.Item onClick={save('html', false)}>Save as HTML…</Menu.Item>
        <Menu.Item onClick={save('markdown', true)}>Save open ones as Markdown…</Menu.Item>
        <Menu.Item onClick={save('html', true)}>Save open ones as HTML…</Menu.Item>
        <Menu.Item onClick={() => void copyForOperator(environmentId, null)}>Copy for the operator</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
