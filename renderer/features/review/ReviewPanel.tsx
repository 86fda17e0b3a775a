import './practice.css'
import '../../exchange-view/drawer.css'
import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import { reviewEntries } from '../../../electron/catalogue/review.ts'
import type { Review, ReviewItem } from '../../../electron/contract/review.ts'
import { practiceTitles } from '../../../electron/wording/review/practices.ts'
import { sourceLines } from '../../../electron/wording/review/sources.ts'
import { useReview } from '../../queries/review.ts'
import { useKept } from '../../state/kept.ts'
import { chosenPractices, onlyOpen } from '../../state/review-view.ts'
import { FindingPart } from './FindingPart.tsx'
import { PanelFoot } from './PanelFoot.tsx'
import { ProbePart } from './ProbePart.tsx'
import { isOpen, shownItem } from './shown-items.ts'
import { StatusMark } from './StatusMark.tsx'

interface Props {
  environmentId: string
  /** The button that closes it. */
  toggle: ReactNode
}

/** The practice that is chosen: why it is so, what shows it, what to do, and where that comes from. */
export function ReviewPanel({ environmentId, toggle }: Props) {
  const review = useReview(environmentId).data ?? null
  const [chosen] = useKept(chosenPractices, environmentId)
  const [isOnlyOpen] = useKept(onlyOpen)
  const item = review === null ? null : shownItem(isOnlyOpen ? review.items.filter(isOpen) : review.items, chosen)
  if (review === null || item === null) {
    return (
      <div className="drawer-head">
        <p className="review-hint">The practice that you choose appears here.</p>
        {toggle}
      </div>
    )
  }
  return <Practice key={item.practice} environmentId={environmentId} review={review} item={item} toggle={toggle} />
}

function Practice({ environmentId, review, item, toggle }: Props & { review: Review; item: ReviewItem }) {
  const { practice, status, findings } = item
  const sources = new Set(findings.flatMap(({ code }) => sourceLines(practice, reviewEntries[code].section)))
  return (
    <>
      <div className="drawer-head review-head">
        <StatusMark status={status} />
        {toggle}
      </div>
      {/* It scrolls, so the keyboard has to reach it. */}
      <Box className="review-body" tabIndex={0} role="group" aria-labelledby="review-practice">
        <h2 id="review-practice">{practiceTitles[practice]}</h2>
        {findings.map((finding, index) => (
          <FindingPart
            key={`${finding.code} ${index}`}
            environmentId={environmentId}
            finding={finding}
            hasStatus={findings.length > 1}
          />
        ))}
        <section>
          <h3>Source</h3>
          {[...sources].map((source) => (
            <p key={source}>{source}</p>
          ))}
        </section>
      </Box>
      <ProbePart review={review} />
      <PanelFoot environmentId={environmentId} item={item} />
    </>
  )
}
