import './copy-as.css'
import { Button, Popover } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { ApiRequest } from '../../../../electron/contract/api-call.ts'
import { CopyAsDialog } from './CopyAsDialog.tsx'

interface Props {
  environmentId: string
  /** The call as it is typed; null when something in it is wrong, which is then shown elsewhere. */
  toCopy: () => Copyable | null
}

export interface Copyable {
  request: ApiRequest
  /** Whether a pasted token goes along, so that none of the environment's has a place in what is copied. */
  isPasted: boolean
}

/** Takes a call along as a command or a program. */
export function CopyAs({ environmentId, toCopy }: Props) {
  const [shown, show] = useState<Copyable | null>(null)
  const close = () => show(null)
  return (
    <Popover
      opened={shown !== null}
      onDismiss={close}
      position="bottom-end"
      width="min(620px, calc(100vw - 32px))"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCopy size={14} />}
          aria-haspopup="dialog"
          aria-expanded={shown !== null}
          onClick={() => show((now) => (now === null ? toCopy() : null))}
        >
          Copy as…
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Copy as">
        {shown === null ? null : <CopyAsDialog environmentId={environmentId} {...shown} onCopied={close} />}
      </Popover.Dropdown>
    </Popover>
  )
}
