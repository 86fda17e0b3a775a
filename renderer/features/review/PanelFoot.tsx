import { Button } from '@mantine/core'
import { IconCheck, IconClipboardCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReviewItem } from '../../../electron/contract/review.ts'
import { useCopied } from '../../ui/use-copied.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import { copyForOperator } from './copy-for-operator.ts'
import { toAcceptOf } from './to-accept.ts'

/** What can be done with a practice: handed to whoever can change it, or accepted. */
export function PanelFoot({ environmentId, item }: { environmentId: string; item: ReviewItem }) {
  const [isAsking, setAsking] = useState(false)
  const [isCopied, setCopied] = useCopied()
  const open = toAcceptOf(item.findings)
  const Icon = isCopied ? IconCheck : IconClipboardCheck
  return (
    <div className="drawer-foot review-foot">
      <Button
        variant="subtle"
        leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
        onClick={() => void copyForOperator(environmentId, item.practice).then(setCopied)}
      >
        Copy for the operator
      </Button>
      {/* Not `disabled`: once what was found is accepted, the focus comes back to it. */}
      <Button
        variant="subtle"
        aria-disabled={open.length === 0}
        {...(open.length === 0 ? { 'data-disabled': true } : {})}
        onClick={() => setAsking(open.length > 0)}
      >
        Accept…
      </Button>
      {isAsking && open.length > 0 ? (
        <AcceptDialog environmentId={environmentId} findings={open} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  )
}
