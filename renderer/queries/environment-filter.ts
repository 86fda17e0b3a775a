import type { Stage } from '../../electron/contract/environment.ts'
import { tokenWords } from '../ui/token-word.ts'
import { createKept, keep } from '../state/kept.ts'

/** By which an environment is found in the list, besides its name. */
export const rowStates = [...tokenWords, 'no secret', 'unsaved'] as const
export type RowState = (typeof rowStates)[number]

export interface Filter {
  text: string
  /** Empty for all. */
  stage: Stage | ''
  /** Empty for all. */
  state: RowState | ''
}

export const noFilter: Filter = { text: '', stage: '', state: '' }

export const isFiltering = ({ text, stage, state }: Filter): boolean =>
  text.trim() !== '' || stage !== '' || state !== ''

/** What the list of environments is narrowed to, while the app runs. */
export const shownFilter = createKept<Filter>(noFilter)

/** Narrows the list to environments that need a secret, and puts the focus on its filter, from where Escape shows all again. */
export function showLackingSecret(): void {
  const filter: Filter = { ...noFilter, state: 'no secret' }
  keep(shownFilter, filter)
  document.querySelector<HTMLElement>('.sidebar-environments input')?.focus()
}
