import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SectionName } from './sections.ts'

/** Which sections are open. */
export interface Sections {
  isOpen: (name: SectionName) => boolean
  toggle: (name: SectionName) => void
  /** Opens sections at once, so that a field in them can take the focus. */
  open: (names: Iterable<SectionName>) => void
  /** Opens a section and brings it into view. */
  show: (name: SectionName) => void
}

export const sectionId = (name: SectionName): string => `configure-${name}`

export function useSections(atFirst: readonly SectionName[]): Sections {
  const [opened, setOpened] = useState<ReadonlySet<SectionName>>(() => new Set(atFirst))
  const open = useCallback((names: Iterable<SectionName>) => {
    flushSync(() => setOpened((before) => new Set([...before, ...names])))
  }, [])
  return {
    isOpen: (name) => opened.has(name),
    toggle: (name) =>
      setOpened((before) => new Set(before.has(name) ? [...before].filter((one) => one !== name) : [...before, name])),
    open,
    show: (name) => {
      open([name])
      const section = document.querySelector<HTMLElement>(`#${sectionId(name)}`)
      section?.scrollIntoView({ block: 'start' })
      section?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    },
  }
}
