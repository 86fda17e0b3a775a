import { Popover, Text } from '@mantine/core'
import { useState } from 'react'
import { problemSentence } from '../../electron/wording/problems.ts'
import type { CopyOutcome } from '../../electron/contract/outcome.ts'
import { CopyButton } from './CopyButton.tsx'
import { Problems } from './NotSent.tsx'
import type { Remedies } from './remedies.ts'
import { toastFailed } from './toast.ts'

interface Props {
  /** Copies the request; null when something in it is wrong, which is then shown elsewhere. */
  copy: () => Promise<CopyOutcome> | null
  /** What came of it last. */
  outcome: CopyOutcome | null
  remedies: Remedies
  disabled?: boolean
  /** What else there is to know before it is pressed. */
  title?: string
  label?: string
}

/** Copies a request as a curl command, or says why not, and what can be done about it on the spot. */
export function CurlButton({ copy, outcome, remedies, disabled = false, title = '', label = 'Copy as curl' }: Props) {
  const [asking, setAsking] = useState(false)
  const onCopy = async (): Promise<boolean> => {
    const given = await copy()
    if (given?.kind === 'not_sent') {
      if (given.problems.some(({ remedy }) => remedy !== undefined)) setAsking(true)
      else toastFailed('Not copied', given.problems.map(problemSentence).join(' '))
    }
    return given?.kind === 'copied'
  }
  const close = () => {
    setAsking(false)
    remedies.dismiss()
  }
  return (
    // Without Mantine's roles: they would be on the span, which may not have them.
    <Popover opened={asking} onChange={close} width={420} position="bottom-end" withinPortal={false} withRoles={false}>
      <Popover.Target>
        <span>
          <CopyButton
            title={title}
            disabled={disabled}
            onCopy={() =>
              onCopy().catch((error: unknown) => {
                toastFailed('Not copied', error instanceof Error ? error.message : '')
                return false
              })
            }
          >
            {label}
          </CopyButton>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        {outcome?.kind === 'not_sent' ? (
          <Problems problems={outcome.problems} remedies={{ ...remedies, dismiss: close }} />
        ) : (
          <Text size="sm" role="status">
            {outcome?.kind === 'copied' ? 'Copied. The clipboard is cleared after 60 s.' : 'Copying…'}
          </Text>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
