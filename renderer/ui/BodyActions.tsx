import { Button, Group } from '@mantine/core'
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react'
import { type RefObject } from 'react'
import { copyExactly } from './copy-exactly.ts'
import { useCopied } from './use-copied.ts'

interface Props {
  text: string
  shown: RefObject<Element | null>
  isSaving: boolean
  onSave: () => void
}

/** Takes a body along as it came, without what indentation adds: to the clipboard, or into a file. */
export function BodyActions({ text, shown, isSaving, onSave }: Props) {
  const [copied, setCopied] = useCopied()
  return (
    <Group gap={4} wrap="nowrap" ml="auto">
      <Button
        variant="subtle"
        color="gray"
        className="quiet"
        leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        aria-label="Copy body"
        onClick={() => shown.current !== null && setCopied(copyExactly(text, shown.current))}
      >
        Copy
      </Button>
      <Button
        variant="subtle"
        color="gray"
        className="quiet"
        leftSection={<IconDownload size={14} aria-hidden />}
        aria-label="Save body"
        title="Saves the body as it came. Secrets and tokens are masked in it."
        disabled={isSaving}
        onClick={onSave}
      >
        Save…
      </Button>
    </Group>
  )
}
