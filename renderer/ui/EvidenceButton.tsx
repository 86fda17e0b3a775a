import { ActionIcon, Group, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { EvidenceFormat } from '../../electron/contract/evidence.ts'
import type { SaveOutcome } from '../../electron/contract/outcome.ts'
import { copyText } from './copy-text.ts'
import { CopyButton } from './CopyButton.tsx'
import { toastDone, toastFailed } from './toast.ts'
import { toastSaved } from './toast-saved.ts'

interface Props {
  /** Null when it is on the clipboard, else why not. */
  copy: (format: EvidenceFormat) => Promise<string | null>
  save: (format: EvidenceFormat) => Promise<SaveOutcome>
  /** A short text for somebody who asked; where there is one, it comes first. */
  answer?: string
}

const leftOut = 'The token with its signature and all secrets are left out of it; its claims are in it.'

const about = `Copies a summary for a ticket, as Markdown: what the token says, and what was found out about it. ${leftOut}`

/** Takes a summary along that can be put into a ticket. */
export function EvidenceButton({ copy, save, answer = '' }: Props) {
  const onCopy = async (format: EvidenceFormat): Promise<boolean> => {
    const refusal = await copy(format).catch(messageOf)
    if (refusal === null) toastDone(`Copied. ${leftOut}`)
    else toastFailed('Evidence: not copied', refusal)
    return refusal === null
  }
  const onSave = (format: EvidenceFormat) =>
    void save(format).then(
      (outcome) => toastSaved('Evidence', outcome),
      (error: unknown) => toastFailed('Evidence: not saved', messageOf(error)),
    )
  return (
    <Group gap={0} wrap="nowrap">
      {answer === '' ? (
        <CopyButton title={about} attached="end" onCopy={() => onCopy('markdown')}>
          Copy evidence
        </CopyButton>
      ) : (
        <CopyButton title={answer} attached="end" variant="filled" onCopy={async () => copyText(answer)}>
          Copy answer
        </CopyButton>
      )}
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon
            variant={answer === '' ? 'default' : 'filled'}
            size={28}
            aria-label="More evidence"
            style={{ borderStartStartRadius: 0, borderEndStartRadius: 0 }}
          >
            <IconChevronDown size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {answer === '' ? null : <Menu.Item onClick={() => void onCopy('markdown')}>Copy evidence</Menu.Item>}
          <Menu.Item onClick={() => void onCopy('html')}>Copy as HTML</Menu.Item>
          <Menu.Item onClick={() => onSave('markdown')}>Save as Markdown…</Menu.Item>
          <Menu.Item onClick={() => onSave('html')}>Save as HTML…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
