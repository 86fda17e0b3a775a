import { Tabs } from '@mantine/core'
import type { Exchange } from '../../../electron/contract/exchange.ts'
import { RequestPanel } from './RequestPanel.tsx'
import { ResponsePanel } from './ResponsePanel.tsx'
import { TimingPanel } from './TimingPanel.tsx'
import { TlsPanel } from './TlsPanel.tsx'
import { useAcceptance } from './use-acceptance.tsx'

/** What went out, what came back, how long it took and how safe it was. */
export function ExchangePanels({ exchange, environmentId }: { exchange: Exchange; environmentId: string }) {
  const acceptance = useAcceptance(exchange.id, environmentId)
  return (
    <Tabs defaultValue="request" keepMounted={false}>
      <Tabs.List mb={8}>
        <Tabs.Tab value="request">Request</Tabs.Tab>
        <Tabs.Tab value="response">Response</Tabs.Tab>
        <Tabs.Tab value="timing">Timing</Tabs.Tab>
        <Tabs.Tab value="tls">TLS</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="request">
        <RequestPanel exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel value="response">
        <ResponsePanel exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel value="timing">
        <TimingPanel exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel value="tls">
        <TlsPanel tls={exchange.tls} url={exchange.request.url} acceptance={acceptance} />
      </Tabs.Panel>
    </Tabs>
  )
}
