import { createContext, type ReactNode } from 'react'
import type { FlowRun } from '../../electron/contract/flow.ts'

export interface FlowOfRunProps {
  run: FlowRun
  /** The exchange that is marked among the steps. */
  exchangeId: string
  /** Opens the exchange of a step. */
  onChoose: (exchangeId: string) => void
}

/** Shows a run of the flow beside its exchanges: the flow can draw it, and other features show it. */
export const DrawRun = createContext<((shown: FlowOfRunProps) => ReactNode) | null>(null)
