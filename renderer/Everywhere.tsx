import { FlowHelp } from './features/flow-help/FlowHelp.tsx'
import { Palette } from './features/palette/Palette.tsx'
import { DropToImport } from './features/sharing/import/DropToImport.tsx'

/** What is there wherever a person is, and shown when it is asked for. */
export function Everywhere() {
  return (
    <>
      <Palette />
      <FlowHelp />
      <DropToImport />
    </>
  )
}
