import { useHotkeys } from '@mantine/hooks'

/** Shortcuts of the page, in its fields too. They rest while a dialog has the focus: what they do would be behind it. */
export function usePageHotkeys(hotkeys: readonly (readonly [keys: string, act: () => void])[]): void {
  useHotkeys(
    hotkeys.map(([keys, act]) => [keys, () => (isInDialog() ? undefined : act())]),
    [],
  )
}

const isInDialog = (): boolean => document.activeElement?.closest('[aria-modal="true"]') instanceof Element
