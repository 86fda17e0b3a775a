import { useMantineColorScheme } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { useCallback, useEffect } from 'react'
import { EnvironmentPage } from './EnvironmentPage.tsx'
import { ComparePage } from './features/compare/ComparePage.tsx'
import { NewEnvironmentPage } from './features/environments/NewEnvironmentPage.tsx'
import { Sidebar } from './features/environments/Sidebar.tsx'
import { InspectorPage } from './features/inspector/InspectorPage.tsx'
import { OutdatedRuntime } from './features/settings/OutdatedRuntime.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { ExportPage } from './features/sharing/export/ExportPage.tsx'
import { ImportPage } from './features/sharing/import/ImportPage.tsx'
import { SharingKeys } from './features/sharing/SharingKeys.tsx'
import { go, hrefOf, usePlace } from './place.ts'
import { usePreferences, useSetPreferences } from './queries/host-state.ts'
import { useLastOutcomes } from './queries/last-outcomes.ts'
import { useNotices } from './queries/notices.ts'
import { useIsAnythingUnsaved } from './queries/unsaved.ts'
import { Search } from './Search.tsx'
import { useKeepFocus } from './use-keep-focus.ts'
import { useAskBeforeClosing } from './use-ask-before-closing.ts'

export function App() {
  const place = usePlace()
  const href = hrefOf(place)
  const { mutate: setPreferences } = useSetPreferences()
  useNotices(
    useCallback((command) => {
      if (command === 'search') spotlight.open()
      else go({ kind: command === 'new_environment' ? 'new' : command })
    }, []),
  )
  useEffect(() => setPreferences({ place: href.slice(0, 300) }), [href, setPreferences])
  useLastOutcomes()
  useThemePreference()
  useKeepFocus()
  useAskBeforeClosing(useIsAnythingUnsaved())

  return (
    <div className="shell">
      <Sidebar place={place} />
      <OutdatedRuntime />
      <main className="main" tabIndex={-1}>
        {place.kind === 'environment' ? <EnvironmentPage key={place.id} id={place.id} tab={place.tab} /> : null}
        {place.kind === 'new' ? <NewEnvironmentPage /> : null}
        {place.kind === 'inspector' ? <InspectorPage /> : null}
        {place.kind === 'compare' ? <ComparePage /> : null}
        {place.kind === 'import' ? <ImportPage /> : null}
        {place.kind === 'export' ? <ExportPage /> : null}
        {place.kind === 'settings' ? (
          <SettingsPage>
            <SharingKeys />
          </SettingsPage>
        ) : null}
      </main>
      <Search />
    </div>
  )
}

function useThemePreference(): void {
  const theme = usePreferences().data?.theme
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [theme, setColorScheme])
}
