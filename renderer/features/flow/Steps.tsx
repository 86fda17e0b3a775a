import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { Picture, WayOut } from '../../../electron/picture/picture.ts'
import { lanePlaces } from './lane-places.ts'
import { Lanes } from './Lanes.tsx'
import { stepAct } from './step-keys.ts'
import { StepItem } from './StepItem.tsx'
import { stepsOf } from './steps.ts'

interface Props {
  picture: Picture
  selected: string | null
  unfolded: ReadonlySet<string>
  /** When the request under way began, in milliseconds since 1970; null where none is. */
  since: number | null
  /** Where the window has no room for the drawing. */
  isNarrow: boolean
  /** By keyboard, and by pointer. */
  onSelect: (id: string) => void
  onChoose: (id: string) => void
  onFold: (id: string) => void
  /** Shows the selected step beside the steps. */
  onOpen: () => void
  onWayOut: (wayOut: WayOut) => void
}

/** The steps of the flow: one list for everybody, drawn as arrows between lanes where there is room. */
export function Steps({
  picture: { lanes, rows },
  selected,
  unfolded,
  since,
  isNarrow,
  onOpen,
  onSelect,
  onChoose,
  ...on
}: Props) {
  const { ref, width } = useElementSize()
  const places = useMemo(() => (isNarrow ? null : lanePlaces(lanes, width)), [isNarrow, lanes, width])
  const steps = useMemo(() => stepsOf(rows, unfolded), [rows, unfolded])
  const list = useRef<HTMLOListElement>(null)
  const isDrawn = width > 0
  useEffect(() => {
    if (!isDrawn || selected === null) return
    list.current?.querySelector(`[data-id="${CSS.escape(selected)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected, isDrawn])
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const { key, target, currentTarget, ctrlKey, metaKey, altKey } = event
    if (ctrlKey || metaKey || altKey || !(target instanceof HTMLElement) || target.role !== 'treeitem') return
    const act = stepAct(key, steps, selected)
    if (act === null) return
    event.preventDefault()
    if (act.kind === 'open') return onOpen()
    if (act.kind !== 'select') return on.onFold(act.id)
    flushSync(() => onSelect(act.id))
    currentTarget.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
  }
  const onClick = ({ target }: MouseEvent) => {
    const item = target instanceof Element ? target.closest<HTMLElement>('[role="treeitem"]') : null
    const id = item?.dataset['id']
    if (id !== undefined) onChoose(id)
  }
  return (
    <div className="flow-steps" ref={ref}>
      {isDrawn && places !== null ? <Lanes lanes={lanes} places={places} /> : null}
      <ol
        ref={list}
        role="tree"
        aria-label="Steps of the flow"
        className="flow-list"
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {!isDrawn
          ? null
          : steps.map((step) => (
              <StepItem
                key={step.row.id}
                {...step}
                {...on}
                lanes={lanes}
                places={places}
                isSelected={step.row.id === selected}
                since={step.row.state === 'running' ? since : null}
              />
            ))}
      </ol>
    </div>
  )
}
