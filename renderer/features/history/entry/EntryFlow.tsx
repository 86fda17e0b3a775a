import { Text } from '@mantine/core'
import { use } from 'react'
import type { HistoryEntry } from '../../../../electron/contract/history.ts'
import { DrawRun } from '../../../exchange-view/flow-of-run.ts'
import { Hops } from '../../../exchange-view/Hops.tsx'
import { useExchangeChain } from '../../../queries/exchanges.ts'
import { useFlowRun } from '../../../queries/flow-runs.ts'
import { CallFailed } from '../../../ui/Problem.tsx'
import { usePlace } from '../use-place.ts'

/** What an exchange belongs to: the run of the flow, as it was drawn, else the requests that led to it. */
export function EntryFlow({ entry: { exchange, hasFlowRun } }: { entry: HistoryEntry }) {
  const { go } = usePlace()
  const { data: run, error } = useFlowRun(hasFlowRun ? exchange.flowId : null)
  const drawRun = use(DrawRun)
  const onChoose = (id: string) => go({ id, against: '' })
  if (error !== null) return <CallFailed error={error} />
  if (hasFlowRun && run === undefined) return null
  if (run !== null && run !== undefined && drawRun !== null) {
    return drawRun({ run, exchangeId: exchange.id, onChoose })
  }
  return <Chain id={exchange.id} onChoose={onChoose} />
}

function Chain({ id, onChoose }: { id: string; onChoose: (id: string) => void }) {
  const { data, error } = useExchangeChain(id)
  if (error !== null) return <CallFailed error={error} />
  if (data === undefined) return null
  return data.length < 2 ? (
    <Text size="sm" c="dimmed">
      This request belongs to no run of the flow, and no other request led to it.
    </Text>
  ) : (
    <Hops last={id} shown={id} onChoose={onChoose} />
  )
}
