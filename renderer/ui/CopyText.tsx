import { ActionIcon, Code, Group, Tooltip } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useRef } from 'react'
import { useCopied } from './use-copied.ts'

/** Text that is not secret, with a button that copies it; it is left selected, so that the keyboard can do the same. */
export function CopyText({ text, what }: { text: string; what: string }) {
  const code = useRef<HTMLElement>(null)
  const [copied, setCopied] = useCopied()
  const copy = () => {
    if (code.current === null) return
    window.getSelection()?.selectAllChildren(code.current)
    // The window may not use the clipboard by itself; this is the person's own copying.
    setCopied(document.execCommand('copy'))
  }
  return (
    <Group gap={4} wrap="nowrap">
      <Code ref={code} style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Code>
      <Tooltip label={copied ? 'Copied' : `Copy ${what}`}>
        <ActionIcon variant="subtle" color="gray" size="sm" aria-label={`Copy ${what}`} onClick={copy}>
          {copied ? <IconCheck size={13} /> : <IconCopy size={13} />}
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
