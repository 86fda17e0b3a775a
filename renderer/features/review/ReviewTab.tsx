import './review.css'
import { Button, Skeleton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useCallback } from 'react'
import type { Review } from '../../../electron/contract/review.ts'
import type { Practice } from '../../../electron/vocabulary/review.ts'
import { useReview } from '../../queries/review.ts'
import { intend } from '../../state/intents.ts'
import { useKept } from '../../state/kept.ts'
import { chosenPractices, onlyOpen } from '../../state/review-view.ts'
import { Empty } from '../../ui/Empty.tsx'
import { NotRead } from '../../ui/NotRead.tsx'
import { NotFound } from './NotFound.tsx'
import { ProbesEnd } from './ProbesEnd.tsx'
import { ReviewBanner } from './ReviewBanner.tsx'
import { ReviewList } from './ReviewList.tsx'
import { isOpen, shownItem } from './shown-items.ts'

/** Whether this client, this server and this API are set up well: the practices one by one. */
export function ReviewTab({ environmentId }: { environmentId: string }) {
  const { data, error, refetch } = useReview(environmentId)
  if (error !== null && data === undefined) return <NotRead error={error} onTryAgain={() => void refetch()} />
  // Null: it is gone, which the page says.
  return data === undefined || data === null ? <Loading /> : <Shown environmentId={environmentId} review={data} />
}

/** As high as what comes, so that nothing moves. */
function Loading() {
  return (
    <div role="status" aria-label="Reviewing the environment">
      <Skeleton h={52} mb={24} />
      <Skeleton h={300} />
    </div>
  )
}

function Shown({ environmentId, review }: { environmentId: string; review: Review }) {
  const [chosen, choose] = useKept(chosenPractices, environmentId)
  const [isOnlyOpen, setOnlyOpen] = useKept(onlyOpen)
  const items = isOnlyOpen ? review.items.filter(isOpen) : review.items
  const shown = shownItem(items, chosen)
  const select = useCallback((practice: Practice) => choose(() => practice), [choose])
  const open = useCallback(
    (practice: Practice, byKey: boolean) => {
      choose(() => practice)
      intend(environmentId, byKey ? 'open_drawer' : 'show_drawer')
    },
    [choose, environmentId],
  )
  return (
    <div className="review">
      <div className="top">
        <ReviewBanner
          review={review}
          isOnlyOpen={isOnlyOpen}
          onOnlyOpen={(next) => setOnlyOpen(() => next)}
          act={review.tokenAt === null ? <RequestToken environmentId={environmentId} /> : null}
        />
        <ProbesEnd environmentId={environmentId} />
      </div>
      <div className="review-scroll">
        {items.length === 0 ? (
          <Empty
            icon={IconCircleCheck}
            title="Nothing to act on"
            act={
              <Button variant="default" onClick={() => setOnlyOpen(() => false)}>
                Show all practices
              </Button>
            }
          >
            No practice is at risk or to improve, as far as it is known.
          </Empty>
        ) : (
          <ReviewList items={items} chosen={shown?.practice ?? null} onSelect={select} onOpen={open} />
        )}
        {isOnlyOpen ? null : <NotFound environmentId={environmentId} accepted={review.notFound} />}
      </div>
    </div>
  )
}

/** Without a token little is known. */
function RequestToken({ environmentId }: { environmentId: string }) {
  return (
    <Button variant="default" onClick={() => intend(environmentId, 'request')}>
      Request token
    </Button>
  )
}
