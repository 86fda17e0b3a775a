import { useHotkeys } from '@mantine/hooks'
import { focusHeading } from './keep-focus.ts'

const regions = ['.sidebar', '.main', '.history-grid', '.drawer'] as const

const stops = '[role="listitem"] [tabindex="0"], [role="tab"][aria-selected="true"], [role="group"][tabindex="0"]'

/** F6 leads to the next part of the window, Shift+F6 to the one before. */
export function useRegions(): void {
  useHotkeys(
    [
      ['F6', () => step(1)],
      ['shift+F6', () => step(-1)],
    ],
    [],
  )
}

function step(by: 1 | -1): void {
  // The table and the drawer are within the main part: the innermost that holds the focus counts.
  const there = regions.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? [])
  const at = there.findLastIndex((region) => region.contains(document.activeElement))
  const next = there.at((Math.max(at, by < 0 ? 0 : -1) + by) % there.length)
  if (next !== undefined) enter(next)
}

/** Where the Tab key stops in the list; in the page its heading; in the table its row; in the drawer its chosen tab or its text. */
function enter(region: HTMLElement): void {
  if (region.matches('.main')) return focusHeading(document)
  const stop = region.querySelector<HTMLElement>(stops)
  if (stop === null && !region.hasAttribute('tabindex')) region.tabIndex = -1
  return (stop ?? region).focus()
}
