import { FlowTab } from './features/flow/FlowTab.tsx'
import type { Flow } from './features/flow/use-flow.ts'
import { FlowExport } from './features/flow-export/FlowExport.tsx'
import { NotRecorded } from './recording/NotRecorded.tsx'

/** The first tab: the flow as a picture, and what takes it along. */
export function FlowPage({ environmentId }: { environmentId: string }) {
  return (
    <>
      <NotRecorded environmentId={environmentId} />
      <FlowTab environmentId={environmentId} exportMenu={exportMenu} />
    </>
  )
}

const exportMenu = ({ environment, choice, run, picture, view }: Flow) => (
  <FlowExport
    name={environment.name}
    choice={{ environmentId: environment.id, ...choice }}
    runId={run?.id ?? null}
    picture={picture}
    unfoldedRows={view.unfolded}
  />
)
