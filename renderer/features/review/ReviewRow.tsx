import type { KeyboardEvent } from 'react'
import { visible } from '../../../electron/common/visible.ts'
import type { ReviewItem } from '../../../electron/contract/review.ts'
import { itemLine } from '../../../electron/wording/review.ts'
import { practiceTitles } from '../../../electron/wording/review/practices.ts'
import { StatusMark } from './StatusMark.tsx'

interface Props {
  item: ReviewItem
  isChosen: boolean
  onChoose: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** A practice in the list, with what decides its status. */
export function ReviewRow({ item, isChosen, onChoose, onKeyDown }: Props) {
  const { practice, status, probes } = item
  const line = visible(itemLine(item))
  return (
    <li>
      <button
        type="button"
        className="review-row"
        data-practice={practice}
        aria-current={isChosen || undefined}
        tabIndex={isChosen ? 0 : -1}
        onClick={onChoose}
        onKeyDown={onKeyDown}
      >
        {/* Spaces, so that what is said of it is words. */}
        <StatusMark status={status} /> <span className="review-practice">{practiceTitles[practice]}</span>{' '}
        <span className="review-line ellipsis" title={line}>
          {line}
        </span>{' '}
        {probes.length === 0 ? null : <span className="review-tag">probe</span>}
      </button>
    </li>
  )
}
