import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ReviewItem } from '../../../electron/contract/review.ts'
import { AcceptDialog } from './AcceptDialog.tsx'
import { toAcceptOf } from './to-accept.ts'

/** What can be done with a practice. */
export function PanelFoot({ environmentId, item }: { environmentId: string; item: ReviewItem }) {
  const [isAsking, setAsking] = useState(false)
  const open = toAcceptOf(item.findings)
  return (
    <div className="drawer-foot review-foot">
      <Button variant="subtle" ml="auto" disabled={open.length === 0} onClick={() => setAsking(true)}>
        Accept…
      </Button>
      {isAsking && open.length > 0 ? (
        <AcceptDialog environmentId={environmentId} findings={open} onClose={() => setAsking(false)} />
      ) : null}
    </div>
  )
}
