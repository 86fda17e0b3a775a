import { Tabs } from '@mantine/core'
import { useState } from 'react'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { useIntent } from '../../state/intents.ts'
import { PhaseTable } from '../../ui/PhaseTable.tsx'
import { useStateOf } from '../../ui/use-state-of.ts'
import { ConnectionFacts } from './ConnectionFacts.tsx'
import { RequestPanel } from './RequestPanel.tsx'
import { ResponsePanel } from './ResponsePanel.tsx'
import { type ExchangeTab, tabAfter } from './tab-after.ts'
import { TlsPanel } from './TlsPanel.tsx'
import { useAcceptance } from './use-acceptance.tsx'

/** Once its tab is shown. Where it may not be accepted, the tab has the focus, and says why. */
function offerCertificate(): void {
  const drawer = document.querySelector('.drawer')
  const accept = drawer?.querySelector<HTMLElement>('[data-accept-certificate]') ?? null
  if (accept === null) drawer?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
  else accept.click()
}

const titles: readonly (readonly [ExchangeTab, string])[] = [
  ['request', 'Request'],
  ['response', 'Response'],
  ['timing', 'Timing'],
  ['tls', 'TLS'],
]

/**
 * What went out, what came back, how long it took and how safe it was. A failure opens the tab that shows it; otherwise what
 * a person chose stays from one exchange to the next.
 */
export function ExchangePanels({ exchange, environmentId }: { exchange: Exchange; environmentId: string }) {
  const acceptance = useAcceptance(exchange.id, environmentId)
  const [chosen, setChosen] = useState<ExchangeTab>('request')
  const [opened, setOpened] = useStateOf(exchange.id, tabAfter(exchange))
  const shown = opened ?? chosen
  useIntent(exchange.id, 'offer_certificate', () => {
    setOpened(null)
    setChosen('tls')
    setTimeout(offerCertificate)
  })
  return (
    <Tabs
      className="drawer-tabs"
      value={shown}
      onChange={(value) => {
        const next = titles.find(([tab]) => tab === value)?.[0]
        if (next === undefined) return
        setOpened(null)
        setChosen(next)
      }}
      keepMounted={false}
    >
      <Tabs.List>
        {titles.map(([tab, title]) => (
          <Tabs.Tab key={tab} value={tab}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel tabIndex={0} value="request">
        <RequestPanel exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel tabIndex={0} value="response">
        <ResponsePanel exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel tabIndex={0} value="timing">
        <PhaseTable exchange={exchange} />
        <ConnectionFacts exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel tabIndex={0} value="tls">
        <TlsPanel tls={exchange.tls} url={exchange.request.url} acceptance={acceptance} />
      </Tabs.Panel>
      {shown === 'request' || shown === 'response' ? <PhaseTable exchange={exchange} /> : null}
    </Tabs>
  )
}
