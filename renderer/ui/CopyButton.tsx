import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useCopied } from './use-copied.ts'

interface Props {
  children: string
  disabled?: boolean
  /** What else there is to know before it is pressed. */
  title?: string
  /** Where another button continues it without a gap. */
  attached?: 'end'
  variant?: 'default' | 'filled'
  onCopy: () => Promise<boolean>
}

/** Copies by `onCopy` and says for a moment that it did. */
export function CopyButton({ children, disabled = false, title, attached, variant = 'default', onCopy }: Props) {
  const [copied, setCopied] = useCopied()
  return (
    <Button
      variant={variant}
      title={title}
      disabled={disabled}
      style={attached === 'end' ? { borderStartEndRadius: 0, borderEndEndRadius: 0, borderRight: 0 } : {}}
      leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      onClick={() => void onCopy().then(setCopied, () => setCopied(false))}
    >
      {children}
    </Button>
  )
}
