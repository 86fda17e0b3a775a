import { notifications } from '@mantine/notifications'
import type { CopyOutcome } from '../../electron/contract/outcome.ts'
import { CopyButton } from './CopyButton.tsx'

interface Props {
  /** Copies the request; null when something in it is wrong, which is then shown elsewhere. */
  copy: () => Promise<CopyOutcome> | null
  disabled?: boolean
  /** What else there is to know before it is pressed. */
  title?: string
}

/** Copies a request as a curl command, or says why not. */
export function CurlButton({ copy, disabled = false, title = '' }: Props) {
  const onCopy = async (): Promise<boolean> => {
    const outcome = await copy()
    if (outcome?.kind === 'not_sent') tell(outcome.problems.map(({ message }) => message).join(' '))
    return outcome?.kind === 'copied'
  }
  return (
    <CopyButton
      title={title}
      disabled={disabled}
      onCopy={() =>
        onCopy().catch((error: unknown) => {
          tell(error instanceof Error ? error.message : '')
          return false
        })
      }
    >
      Copy as curl
    </CopyButton>
  )
}

function tell(message: string): void {
  notifications.show({ title: 'Not copied', message, color: 'red', autoClose: 15_000 })
}
