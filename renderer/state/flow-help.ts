import { createKept, keep, useKept } from './kept.ts'

const isOpen = createKept(false)

/** Opens the help on flows, from wherever a person asks for it. */
export const openFlowHelp = (): void => keep(isOpen, true)

/** Whether the help is open, and what closes it. */
export function useFlowHelp(): { opened: boolean; close: () => void } {
  const [opened, change] = useKept(isOpen)
  return { opened, close: () => change(() => false) }
}
