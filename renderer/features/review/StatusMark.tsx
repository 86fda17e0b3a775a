import {
  IconAlertTriangleFilled,
  IconCircleCheck,
  IconCircleCheckFilled,
  IconCircleXFilled,
  IconHelpCircle,
} from '@tabler/icons-react'
import type { ItemStatus } from '../../../electron/contract/review.ts'
import { statusWords } from '../../../electron/wording/review/status.ts'

const icons: Readonly<Record<ItemStatus, typeof IconCircleCheck>> = {
  passed: IconCircleCheckFilled,
  to_improve: IconAlertTriangleFilled,
  at_risk: IconCircleXFilled,
  not_known: IconHelpCircle,
  accepted: IconCircleCheck,
}

/** How something is judged: by shape, colour and word. */
export function StatusMark({ status }: { status: ItemStatus }) {
  const Icon = icons[status]
  return (
    <span className="review-status" data-status={status}>
      <Icon size={14} aria-hidden />
      {statusWords[status]}
    </span>
  )
}
