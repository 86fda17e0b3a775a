import { assertNever } from '../../../electron/common/assert-never.ts'
import type { ReviewPlace } from '../../../electron/catalogue/review/entry.ts'
import { reviewPlaceText } from '../../../electron/wording/review/places.ts'
import { historyOf } from '../../history-of.ts'
import { useExportDraft } from '../../queries/exporting.ts'
import { navigate } from '../../route.ts'
import { intend } from '../../state/intents.ts'
import { GoToField } from '../../ui/GoToField.tsx'

/** Leads to where in the app it is changed, or seen. */
export function PlaceLink({ environmentId, place }: { environmentId: string; place: ReviewPlace }) {
  const [, changeExport] = useExportDraft()
  if (place.kind === 'field') return <GoToField fields={[place.field]} />
  const go = () => {
    switch (place.kind) {
      case 'tab':
        return navigate({ kind: 'environment', id: environmentId, tab: place.tab })
      case 'settings':
        navigate({ kind: 'settings' })
        return intend('settings', 'show_region', [place.region])
      case 'page':
        if (place.page === 'export') changeExport((draft) => ({ ...draft, environmentIds: [environmentId] }))
        return navigate(place.page === 'history' ? historyOf(environmentId) : { kind: place.page })
      case 'watch':
        navigate({ kind: 'environment', id: environmentId, tab: 'activity' })
        return intend(environmentId, 'watch')
      case 'probe':
        return intend(environmentId, 'run_probes', [place.probe])
      default:
        return assertNever(place)
    }
  }
  return (
    <button type="button" className="link-button" onClick={go}>
      {place.kind === 'probe' ? 'Run this probe…' : `Open ${reviewPlaceText(place)}`}
    </button>
  )
}
