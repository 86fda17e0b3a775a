import { useDebouncedCallback } from '@mantine/hooks'
import { type KeyboardEvent, type MouseEvent, type RefObject, useRef } from 'react'
import { type Chosen, chooseAll, mostChosen, toggled } from '../chosen/chosen.ts'
import type { Found } from '../use-found.ts'
import { dayHeight, type Layout, rowAt, rowHeight } from './layout.ts'
import { keyAct, keyPlace } from './table-keys.ts'

interface Options {
  found: Found
  layout: Layout
  active: number
  setActive: (place: number) => void
  scroller: RefObject<HTMLElement | null>
  openId: string | null
  chosen: Chosen
  onChosen: (chosen: Chosen) => void
  onOpen: (id: string, isStep: boolean) => void
  onEscape: () => void
  onDelete: () => void
}

/** Milliseconds that the keys rest on a row before it is opened beside the table. */
const rest = 150

/** What keys and clicks do in the table. An exchange that is open follows the keys. */
export function useTableKeys(options: Options) {
  const { found, layout, active, setActive, scroller, openId, chosen, onChosen, onOpen } = options
  const { rows } = found
  /** Where a range of selected rows begins. */
  const anchor = useRef(active)
  const openRested = useDebouncedCallback((place: number) => {
    const row = rows.get(place)
    // The panel may have been closed since.
    if (row !== undefined && openId !== null) onOpen(row.id, false)
  }, rest)

  const goTo = (place: number) => {
    setActive(place)
    bringIntoSight(scroller.current, layout, place)
    if (openId !== null) openRested(place)
  }
  const toggle = (place: number) => {
    const row = rows.get(place)
    anchor.current = place
    if (row !== undefined) onChosen(toggled(chosen, row.id))
  }
  const chooseTo = async (place: number) => {
    const [from, to] = [Math.min(anchor.current, place), Math.max(anchor.current, place) + 1]
    const between = await rows.all(Math.max(from, to - mostChosen), to)
    onChosen(chooseAll(between.map(({ id }) => id)))
  }
  const open = (place: number) => {
    const row = rows.get(place)
    if (row !== undefined) onOpen(row.id, true)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const place = keyPlace(event, active, layout.rows, page)
    const act = keyAct(event)
    if (place === null && act === null) return
    event.preventDefault()
    if (place !== null) {
      goTo(place)
      if (event.shiftKey) void chooseTo(place)
      else anchor.current = place
    }
    switch (act) {
      case 'open':
        return open(active)
      case 'choose':
        return toggle(active)
      case 'choose_to':
        return void chooseTo(active)
      case 'choose_all':
        return onChosen({ kind: 'all' })
      case 'escape':
        return options.onEscape()
      case 'delete':
        return options.onDelete()
      default:
        return undefined
    }
  }

  const onClick = (event: MouseEvent) => {
    const place = placeOf(event.target)
    if (place === null) return undefined
    setActive(place)
    if (event.shiftKey) return void chooseTo(place)
    if (event.ctrlKey || event.metaKey) return toggle(place)
    anchor.current = place
    return open(place)
  }

  return { onKeyDown, onClick }
}

function placeOf(target: EventTarget): number | null {
  const place = target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined
  return place === undefined ? null : Number(place)
}

/** Scrolls as little as has to be; the heading of a day comes along with its first row. */
function bringIntoSight(scroller: HTMLElement | null, layout: Layout, place: number): void {
  const row = rowAt(layout, place)
  if (row === null || scroller === null) return
  const isFirst = layout.days.some(({ first }) => first === place)
  const head = scroller.querySelector('.history-head')?.clientHeight ?? 0
  const top = row.top - (isFirst ? dayHeight : 0)
  const bottom = row.top + rowHeight + head - scroller.clientHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (bottom > scroller.scrollTop) scroller.scrollTop = bottom
}
