import { useMantineColorScheme } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useCallback, useEffect } from 'react'
import { EnvironmentPage } from './EnvironmentPage.tsx'
import { Sidebar } from './features/sidebar/Sidebar.tsx'
import { OutdatedRuntime } from './features/settings/OutdatedRuntime.tsx'
import { onNoticeFromStart } from './first-calls.ts'
import { LatePage } from './LatePage.tsx'
import { openSearch, useLoadedParts } from './late.ts'
import { hrefOf, navigate, useRoute } from './route.ts'
import { usePreferences, useSetPreferences } from './queries/host-state.ts'
import { useNotices } from './queries/notices.ts'
import { useIsAnythingUnsaved } from './queries/unsaved.ts'
import { openFlowHelp } from './state/flow-help.ts'
import { useKeepFocus } from './use-keep-focus.ts'
import { useRegions } from './use-regions.ts'
import { useAskBeforeClosing } from './use-ask-before-closing.ts'

export function App() {
  const route = useRoute()
  const href = hrefOf(route)
  const late = useLoadedParts()
  useNotices(
    onNoticeFromStart,
    useCallback((command) => {
      if (command === 'search') void openSearch()
      else if (command === 'which_flow') openFlowHelp()
      else navigate({ kind: command === 'new_environment' ? 'new' : command })
    }, []),
  )
  useHotkeys([['mod+K', () => void openSearch()]], [])
  useRememberedRoute(href.slice(0, 300))
  useThemePreference()
  useKeepFocus()
  useRegions()
  useAskBeforeClosing(useIsAnythingUnsaved())

  return (
    <div className="shell">
      <Sidebar route={route} onSearch={() => void openSearch()} />
      <OutdatedRuntime />
      <main className="main" tabIndex={-1}>
        {route.kind === 'environment' ? (
          <EnvironmentPage key={route.id} id={route.id} tab={route.tab} />
        ) : (
          <LatePage kind={route.kind} />
        )}
      </main>
      {late === null ? null : <late.Everywhere />}
    </div>
  )
}

function useRememberedRoute(href: string): void {
  const remembered = usePreferences().data?.place
  const { mutate: setPreferences } = useSetPreferences()
  useEffect(() => {
    if (remembered !== undefined && remembered !== href) setPreferences({ place: href })
  }, [remembered, href, setPreferences])
}

function useThemePreference(): void {
  const theme = usePreferences().data?.theme
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [theme, setColorScheme])
}
