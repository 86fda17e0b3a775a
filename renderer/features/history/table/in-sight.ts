import { rowHeight } from './layout.ts'

const headHeight = (scroller: HTMLElement): number => scroller.querySelector('.history-head')?.clientHeight ?? 0

/** Whether all of the row at this height is seen. */
export function isInSight(scroller: HTMLElement, top: number): boolean {
  const bottom = top + rowHeight + headHeight(scroller)
  return top >= scroller.scrollTop && bottom <= scroller.scrollTop + scroller.clientHeight
}

/** Scrolls a row to the middle of what is seen. */
export function scrollToMiddle(scroller: HTMLElement, top: number): void {
  scroller.scrollTop = Math.max(0, top - (scroller.clientHeight - headHeight(scroller) - rowHeight) / 2)
}
