import { firstCalls } from './first-calls.ts'
import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/jetbrains-mono/index.css'
import './mantine.css'
import './tokens.css'
import './mantine-look.css'
import './styles.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Preferences } from '../electron/contract/preferences.ts'
import { App } from './App.tsx'
import { LateNotifications } from './LateNotifications.tsx'
import { loadLateParts } from './late.ts'
import { type Route, routeOf } from './route.ts'
import { takeLastOutcomes } from './queries/last-outcomes.ts'
import { queryClient } from './queries/client.ts'
import { heldToken } from './queries/tokens.ts'
import { cssVariables, theme } from './theme.ts'
import { installTrustedTypesPolicy } from './trusted-types.ts'
import { Crash } from './ui/Crash.tsx'
import { styleNonce } from './ui/style-nonce.ts'

installTrustedTypesPolicy()
void open()

/** Draws the page once, with what it shows first. A call that failed is made again by what shows its answer. */
async function open(): Promise<void> {
  const keep = <Answer,>(name: keyof typeof firstCalls, answer: Promise<Answer>) =>
    queryClient.prefetchQuery({ queryKey: [name], queryFn: () => answer })
  await Promise.all([
    keep('preferences', firstCalls.preferences),
    keep('environments', firstCalls.environments),
    keep('tokens', firstCalls.tokens),
    keep('sandbox', firstCalls.sandbox),
  ])
  const preferences = queryClient.getQueryData<Preferences>(['preferences'])
  const { theme: scheme = 'system', place = '' } = preferences ?? {}
  if (window.location.hash === '' && place !== '') window.location.hash = place
  const first = routeOf(window.location.hash)
  if (!isDrawnAtOnce(first)) await loadLateParts()
  draw(scheme === 'system' ? 'auto' : scheme)
  requestAnimationFrame(() => requestIdleCallback(afterPicture, { timeout: 1000 }))
}

/** Whether it needs nothing that is loaded later. A token is held already when the page starts again while the app runs. */
function isDrawnAtOnce(route: Route): boolean {
  if (route.kind !== 'environment') return false
  return route.tab === 'flow' || (route.tab === 'token' && heldToken(queryClient, route.id) === null)
}

/** What can wait until the first picture is there, and nothing else is to be done. */
function afterPicture(): void {
  void loadLateParts()
  takeLastOutcomes().catch(() => {
    // Without them the window is as it is at every start.
  })
}

function draw(scheme: 'auto' | 'light' | 'dark'): void {
  const root = document.querySelector('#root')
  const nonce = styleNonce()
  if (root === null) return
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme={scheme}
        getStyleNonce={() => nonce}
      >
        <LateNotifications />
        <QueryClientProvider client={queryClient}>
          <Crash>
            <App />
          </Crash>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
