import { Tabs } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { useIntent } from '../../state/intents.ts'
import { PhaseTable } from '../../ui/PhaseTable.tsx'
import { useStateOf } from '../../ui/use-state-of.ts'
import { ConnectionFacts } from '../../exchange-view/ConnectionFacts.tsx'
import { RequestPanel } from '../../exchange-view/RequestPanel.tsx'
import { ResponsePanel } from '../../exchange-view/ResponsePanel.tsx'
import { type ExchangeTab, tabAfter } from '../../exchange-view/tab-after.ts'
import { TlsPanel } from '../../exchange-view/TlsPanel.tsx'
import { useAcceptance } from '../../exchange-view/use-acceptance.tsx'

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

type Shown = ExchangeTab | 'explain'

interface Props {
  /** Null where there is none: then the explanation alone is shown. */
  exchange: Exchange | null
  environmentId: string
  /** The step of a flow that it is of. */
  step?: { id: string; hasFailed: boolean; explanation: ReactNode; foot: ReactNode }
  /** What can be done with the exchange. */
  foot: ReactNode
}

/**
 * What went out, what came back, how long it took and how safe it was. A failure opens the tab that shows it; otherwise what
 * a person chose stays from one exchange to the next.
 */
export function ExchangePanels({ exchange, environmentId, step, foot }: Props) {
  const [chosen, setChosen] = useState<Shown>(step === undefined ? 'request' : 'explain')
  const opens = exchange !== null && step?.hasFailed !== false ? tabAfter(exchange) : null
  const [opened, setOpened] = useStateOf<Shown | null>(`${step?.id ?? ''} ${exchange?.id ?? ''}`, opens)
  const shown = exchange === null ? 'explain' : (opened ?? chosen)
  useIntent(exchange?.id ?? null, 'offer_certificate', () => {
    setOpened(null)
    setChosen('tls')
    setTimeout(offerCertificate)
  })
  useIntent(exchange?.id ?? null, 'show_tab', ([name]) => {
    const tab = titles.find(([title]) => title === name)?.[0]
    if (tab === undefined) return
    setOpened(null)
    setChosen(tab)
  })
  const tabs = step === undefined ? titles : ([['explain', 'Explain'], ...titles] as const)
  return (
    <>
      <Tabs
        className="drawer-tabs"
        value={shown}
        onChange={(value) => {
          const next = tabs.find(([tab]) => tab === value)?.[0]
          if (next === undefined) return
          setOpened(null)
          setChosen(next)
        }}
        keepMounted={false}
      >
        <Tabs.List>
          {tabs.map(([tab, title]) => (
            <Tabs.Tab key={tab} value={tab} disabled={exchange === null && tab !== 'explain'}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {step === undefined ? null : (
          <Tabs.Panel tabIndex={0} value="explain">
            {step.explanation}
          </Tabs.Panel>
        )}
        {exchange === null ? null : <Panels exchange={exchange} environmentId={environmentId} />}
        {exchange !== null && (shown === 'request' || shown === 'response') ? <PhaseTable exchange={exchange} /> : null}
      </Tabs>
      {shown === 'explain' ? step?.foot : foot}
    </>
  )
}

function Panels({ exchange, environmentId }: { exchange: Exchange; environmentId: string }) {
  const acceptance = useAcceptance(exchange.id, environmentId)
  return (
    <>
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
    </>
  )
}
