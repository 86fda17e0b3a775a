import { assertNever } from '../electron/common/assert-never.ts'
import { useLateParts } from './late.ts'
import type { Route } from './route.ts'

/** The places that belong to no environment. */
export function LatePage({ kind }: { kind: Exclude<Route['kind'], 'environment'> }) {
  const late = useLateParts()
  if (late === null) return null
  switch (kind) {
    case 'new':
      return <late.NewEnvironmentPage />
    case 'inspector':
      return <late.InspectorPage />
    case 'compare':
      return <late.ComparePage />
    case 'import':
      return <late.ImportPage />
    case 'export':
      return <late.ExportPage />
    case 'history':
      return <late.HistoryWithFlows />
    case 'audit':
      return <late.AuditTrailPage />
    case 'settings':
      return (
        <late.SettingsPage>
          <late.SharingKeys />
        </late.SettingsPage>
      )
    default:
      return assertNever(kind)
  }
}
