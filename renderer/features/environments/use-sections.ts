import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { SectionName } from './sections.ts'

/** Which section of the form is shown; each is a tab. */
export interface Sections {
  shown: SectionName
  /** Shows a section at once, so that a field in it can take the focus. */
  show: (name: SectionName) => void
  /** Shows a section, and puts the focus on its tab. */
  goTo: (name: SectionName) => void
}

export const sectionTabId = (name: SectionName): string => `configure-tab-${name}`

export function useSections(names: readonly SectionName[]): Sections {
  const [chosen, setChosen] = useState<SectionName>('server')
  const show = useCallback((name: SectionName) => flushSync(() => setChosen(name)), [])
  return {
    shown: names.includes(chosen) ? chosen : 'server',
    show,
    goTo: (name) => {
      show(name)
      document.querySelector<HTMLElement>(`#${sectionTabId(name)}`)?.focus()
    },
  }
}
