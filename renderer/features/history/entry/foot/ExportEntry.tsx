import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { HistoryEntry } from '../../../../../electron/contract/history.ts'
import type { HistoryFormat } from '../../../../../electron/vocabulary/history.ts'
import { problemSentence } from '../../../../../electron/wording/problems.ts'
import { useCopyAsCurl } from '../../../../queries/copy-as-curl.ts'
import { takeExchangeEvidence } from '../../../../queries/evidence.ts'
import { exportEntry } from '../../../../queries/history-entry.ts'
import { toastDone, toastFailed } from '../../../../ui/toast.ts'
import { toastSaved } from '../../../../ui/toast-saved.ts'
import { keepEscape } from '../keep-escape.ts'

/** Takes one exchange along, masked as it is recorded. */
export function ExportEntry({ entry: { exchange, isInMemory } }: { entry: HistoryEntry }) {
  const { id, environmentId } = exchange
  const { copy } = useCopyAsCurl(environmentId ?? '')
  const evidence = takeExchangeEvidence(id)
  const copyCurl = async () => {
    const outcome = await copy({ kind: 'exchange', id })
    if (outcome.kind === 'copied') toastDone('Copied as curl. What was masked is masked in it.')
    else toastFailed('Not copied', outcome.problems.map(problemSentence).join(' '))
  }
  const copyEvidence = async () => {
    const refusal = await evidence.copy('markdown')
    if (refusal === null) toastDone('Copied as Markdown. Secrets and tokens are left out of it.')
    else toastFailed('Evidence: not copied', refusal)
  }
  const saveEvidence = async () => toastSaved('Evidence', await evidence.save('markdown'))
  const trying = (what: string, act: () => Promise<void>) => () => {
    act().catch((error: unknown) => toastFailed(`${what}: not done`, error instanceof Error ? error.message : ''))
  }
  const save = (format: HistoryFormat) => async () => toastSaved('Exchange', await exportEntry(id, format))
  /** Only what is recorded is exported as the history is. */
  const recorded = (
    <>
      <Menu.Item onClick={trying('HAR file', save('har'))}>Save as HAR…</Menu.Item>
      <Menu.Item onClick={trying('JSON Lines', save('jsonl'))}>Save as JSON Lines…</Menu.Item>
    </>
  )
  return (
    <Menu position="top-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" ml="auto" leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={keepEscape}>
        <Menu.Label>Secrets and tokens masked</Menu.Label>
        {isInMemory ? null : recorded}
        <Menu.Item onClick={trying('Evidence', saveEvidence)}>Save as Markdown…</Menu.Item>
        <Menu.Item onClick={trying('Evidence', copyEvidence)}>Copy as Markdown</Menu.Item>
        <Menu.Item onClick={trying('Copy as curl', copyCurl)}>Copy as curl</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
