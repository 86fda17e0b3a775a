import { practiceSections, type PracticeSectionName } from '../../../electron/catalogue/review-practices.ts'
import type { ReviewItem } from '../../../electron/contract/review.ts'
import { isToActOn, type Practice } from '../../../electron/vocabulary/review.ts'

/** A section of the list with what is shown of it. `number` is its place in all of them, from 1. */
export interface ShownSection {
  name: PracticeSectionName
  number: number
  items: readonly ReviewItem[]
}

export const isOpen = ({ status }: Pick<ReviewItem, 'status'>): boolean => isToActOn(status)

/** The sections that have something to show, with their numbers among all. */
export function shownSections(items: readonly ReviewItem[]): ShownSection[] {
  const byPractice = new Map(items.map((item) => [item.practice, item]))
  return practiceSections
    .map(({ name, practices }, index) => ({
      name,
      number: index + 1,
      items: practices.flatMap((practice) => byPractice.get(practice) ?? []),
    }))
    .filter((section) => section.items.length > 0)
}

/** The practice that a person chose; else the first at risk, to improve, or at all. */
export function shownItem(items: readonly ReviewItem[], chosen: Practice | null): ReviewItem | null {
  return (
    items.find(({ practice }) => practice === chosen) ??
    items.find(({ status }) => status === 'at_risk') ??
    items.find(({ status }) => status === 'to_improve') ??
    items[0] ??
    null
  )
}
