import './call-list.css'
import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import { createKept, useKept } from '../../../state/kept.ts'
import { wordsOf } from '../../../ui/marked-parts.ts'
import { CallList } from './CallList.tsx'
import { CallPicker } from './CallPicker.tsx'
import { ScopesPanel } from './ScopesPanel.tsx'

interface Props {
  environmentId: string
  calls: readonly ApiCallSummary[]
  chosen: ApiCallSummary | null
  /** An empty id means a new call. */
  onChoose: (id: string) => void
}

/** What is searched for in the list, by environment; null while the box is closed. */
const filters = createKept<string | null>(null)

/** The saved calls beside the one that is chosen; a choice in one line where there is no room. */
export function SavedCalls({ environmentId, calls, chosen, onChoose }: Props) {
  const isNarrow = useMediaQuery('(max-width: 1099px)', false, { getInitialValueInEffect: false })
  const [isOpen, setOpen] = useState(false)
  const [filter, changeFilter] = useKept(filters, environmentId)
  const place = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const close = useCallback(() => setOpen(false), [])
  useCloseOutside(isNarrow && isOpen, place, close)
  const setFilter = (text: string | null) => changeFilter(() => text)
  const search = () => {
    // The box is put on the page by this.
    flushSync(() => setFilter(filter ?? ''))
    box.current?.focus()
  }
  const choose = (id: string) => {
    setOpen(false)
    onChoose(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) setOpen(false)
    if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    search()
  }
  return (
    <div role="presentation" className="call-list" data-open={isOpen || undefined} ref={place} onKeyDown={onKeyDown}>
      {isNarrow ? (
        <CallPicker
          calls={calls}
          chosenId={chosen?.id ?? ''}
          isListOpen={isOpen}
          onChoose={onChoose}
          onToggleList={() => setOpen(!isOpen)}
        />
      ) : null}
      <div className="call-list-panel">
        <div className="call-list-head">
          <h2>Calls</h2>
          <Act
            label="Filter calls"
            icon={IconSearch}
            onClick={() => (filter === null ? search() : setFilter(null))}
            isPressed={filter !== null}
          />
          <Act label="New call" icon={IconPlus} onClick={() => choose('')} />
        </div>
        {filter === null ? null : (
          <TextInput
            ref={box}
            aria-label="Filter saved calls"
            placeholder="Name, method, host or path"
            px={8}
            pb={4}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.stopPropagation()
                setFilter(null)
                focusStop(place.current)
              }
              if (event.key === 'ArrowDown') {
                event.preventDefault()
                focusStop(place.current)
              }
            }}
          />
        )}
        <CallList
          environmentId={environmentId}
          calls={calls}
          words={wordsOf(filter ?? '')}
          chosen={chosen}
          onChoose={choose}
        />
        <ScopesPanel environmentId={environmentId} calls={calls} />
      </div>
    </div>
  )
}

/** What has the Tab stop of the list. */
function focusStop(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('[role="listitem"] [tabindex="0"]')?.focus()
}

/** While it is open: a press elsewhere closes it, except in its menus, which are elsewhere on the page. */
function useCloseOutside(isOpen: boolean, place: { current: HTMLElement | null }, close: () => void): void {
  useEffect(() => {
    if (!isOpen) return undefined
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Element && place.current?.contains(target) !== true && !target.closest('[data-portal]'))
        close()
    }
    document.addEventListener('pointerdown', onPress)
    return () => document.removeEventListener('pointerdown', onPress)
  }, [isOpen, place, close])
}

interface ActProps {
  label: string
  icon: typeof IconPlus
  isPressed?: boolean
  onClick: () => void
}

function Act({ label, icon: Icon, isPressed, onClick }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" aria-label={label} aria-pressed={isPressed} onClick={onClick}>
        <Icon size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
