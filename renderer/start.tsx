import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './styles.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { call } from './host.ts'
import { queryClient } from './queries/client.ts'
import { cssVariables, theme } from './theme.ts'
import { Crash } from './ui/Crash.tsx'

const root = document.querySelector('#root')
const nonce = document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? ''
const preferences = await call('getPreferences', undefined)
queryClient.setQueryData(['preferences'], preferences)
if (window.location.hash === '' && preferences.place !== '') window.location.hash = preferences.place

if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme={preferences.theme === 'system' ? 'auto' : preferences.theme}
        getStyleNonce={() => nonce}
      >
        <Notifications position="bottom-right" limit={3} />
        <QueryClientProvider client={queryClient}>
          <Crash>
            <App />
          </Crash>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
