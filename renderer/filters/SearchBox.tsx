import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useState } from 'react'
import './filters.css'
import { historyLimits } from '../../electron/vocabulary/history.ts'

interface Props {
  label: string
  /** What is searched, and how. */
  title: string
  box: RefObject<HTMLInputElement | null>
  /** What is searched for. */
  text: string
  /** What came of it. */
  result: string
  onText: (text: string) => void
  /** Leads on to the table. */
  onEnter: () => void
}

/** Milliseconds without a letter after which it is searched. */
const pause = 100

export function SearchBox({ label, title, box, text, result, onText, onEnter }: Props) {
  /** What is typed and not searched for yet. */
  const [typed, setTyped] = useState<string | null>(null)
  const settle = useDebouncedCallback(
    (next: string) => {
      setTyped(null)
      onText(next)
    },
    { delay: pause, flushOnUnmount: false },
  )
  const change = (next: string) => {
    setTyped(next)
    settle(next)
  }
  const clear = () => {
    settle.cancel()
    setTyped(null)
    if (text !== '') onText('')
    box.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && (typed ?? text) !== '') clear()
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
    event.preventDefault()
    onEnter()
  }
  const shown = typed ?? text
  return (
    <TextInput
      ref={box}
      className="search-box"
      type="search"
      aria-label={label}
      aria-keyshortcuts="/ Control+F Meta+F"
      placeholder={label}
      title={title}
      maxLength={historyLimits.textMaximum}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      rightSectionWidth="auto"
      rightSection={
        <span className="search-result">
          <span role="status">{result}</span>
          {shown === '' ? (
            <kbd aria-hidden>/</kbd>
          ) : (
            <button type="button" className="filter-clear" aria-label="Clear search" tabIndex={-1} onClick={clear}>
              <IconX size={14} stroke={1.6} aria-hidden />
            </button>
          )}
        </span>
      }
      value={shown}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
