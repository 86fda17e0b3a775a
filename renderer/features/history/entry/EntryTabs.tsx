import { Tabs } from '@mantine/core'
import { oneOf } from '../../../../electron/common/one-of.ts'
import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import type { HistoryEntry } from '../../../../electron/contract/history.ts'
import { ConnectionFacts } from '../../../exchange-view/ConnectionFacts.tsx'
import { RequestPanel } from '../../../exchange-view/RequestPanel.tsx'
import { ResponsePanel } from '../../../exchange-view/ResponsePanel.tsx'
import { TlsPanel } from '../../../exchange-view/TlsPanel.tsx'
import { useAcceptance } from '../../../exchange-view/use-acceptance.tsx'
import { PhaseTable } from '../../../ui/PhaseTable.tsx'
import { Unreachable } from '../../../ui/Problem.tsx'
import { EntryFacts } from './EntryFacts.tsx'
import { EntryFlow } from './EntryFlow.tsx'
import { type EntryTab, entryTabs } from './use-entry-tab.ts'

const titles: Readonly<Record<EntryTab, string>> = {
  request: 'Request',
  response: 'Response',
  timing: 'Timing',
  tls: 'TLS',
  flow: 'Flow',
}

interface Props {
  entry: HistoryEntry
  environment: EnvironmentSummary | null
  words: readonly string[]
  tab: EntryTab
  onTab: (tab: EntryTab) => void
}

/** What went out, what came back, how long it took, how safe it was, and what it belongs to. */
export function EntryTabs({ entry, environment, words, tab, onTab }: Props) {
  const { exchange } = entry
  const facts = <EntryFacts entry={entry} environment={environment} words={words} />
  return (
    <Tabs
      className="drawer-tabs"
      value={tab}
      onChange={(value) => {
        const next = oneOf(entryTabs, value)
        if (next !== null) onTab(next)
      }}
      keepMounted={false}
    >
      <Tabs.List>
        {entryTabs.map((name) => (
          <Tabs.Tab key={name} value={name} data-tab={name}>
            {titles[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel tabIndex={0} value="request">
        {facts}
        <RequestPanel exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel tabIndex={0} value="response">
        {facts}
        {exchange.failure === null ? null : <Unreachable failure={exchange.failure} />}
        {exchange.failure !== null && exchange.response === null ? null : <ResponsePanel exchange={exchange} />}
      </Tabs.Panel>
      <Tabs.Panel tabIndex={0} value="timing">
        <PhaseTable exchange={exchange} />
        <ConnectionFacts exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel tabIndex={0} value="tls">
        <Tls entry={entry} environment={environment} />
      </Tabs.Panel>
      <Tabs.Panel tabIndex={0} value="flow">
        <EntryFlow entry={entry} />
      </Tabs.Panel>
    </Tabs>
  )
}

/** A certificate of an earlier exchange can be accepted still, while its environment is there. */
function Tls({ entry: { exchange }, environment }: Pick<Props, 'entry' | 'environment'>) {
  const acceptance = useAcceptance(exchange.id, environment?.id ?? '')
  return <TlsPanel tls={exchange.tls} url={exchange.request.url} acceptance={acceptance} />
}
