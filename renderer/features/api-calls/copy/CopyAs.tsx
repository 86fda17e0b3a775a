import './copy-as.css'
import { Button, Popover } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import type { ApiRequest } from '../../../../electron/contract/api-call.ts'
import { CopyAsDialog } from './CopyAsDialog.tsx'

interface Props {
  environmentId: string
  /** The call as it is typed; null when something in it is wrong, which is then shown elsewhere. */
  checked: () => ApiRequest | null
}

/** Takes a call along as a command or a program. */
export function CopyAs({ environmentId, checked }: Props) {
  const [request, setRequest] = useState<ApiRequest | null>(null)
  const close = () => setRequest(null)
  return (
    <Popover
      opened={request !== null}
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
          aria-expanded={request !== null}
          onClick={() => setRequest((shown) => (shown === null ? checked() : null))}
        >
          Copy as…
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Copy as">
        {request === null ? null : <CopyAsDialog environmentId={environmentId} request={request} onCopied={close} />}
      </Popover.Dropdown>
    </Popover>
  )
}
