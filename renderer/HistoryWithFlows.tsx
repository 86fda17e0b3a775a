import { DrawRun, type FlowOfRunProps } from './exchange-view/flow-of-run.ts'
import { HistoryPage } from './features/history/HistoryPage.tsx'
import { FlowOfRun } from './FlowOfRun.tsx'

/** The history, which shows exchanges within the run of the flow that they belong to. */
export function HistoryWithFlows() {
  return (
    <DrawRun value={drawRun}>
      <HistoryPage />
    </DrawRun>
  )
}

const drawRun = (shown: FlowOfRunProps) => <FlowOfRun {...shown} />
