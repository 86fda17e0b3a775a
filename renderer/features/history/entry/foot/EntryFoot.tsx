import type { EnvironmentSummary } from '../../../../../electron/contract/environment.ts'
import type { HistoryEntry } from '../../../../../electron/contract/history.ts'
import { CompareMenu } from './CompareMenu.tsx'
import { ExportEntry } from './ExportEntry.tsx'
import { SendAgainButton } from './SendAgainButton.tsx'

/** What can be done with an exchange. */
export function EntryFoot({ entry, environment }: { entry: HistoryEntry; environment: EnvironmentSummary | null }) {
  return (
    <div className="drawer-foot entry-foot">
      <CompareMenu entry={entry} />
      <SendAgainButton entry={entry} environment={environment} />
      <ExportEntry entry={entry} />
    </div>
  )
}
