import { Text } from '@mantine/core'
import { use } from 'react'
import type { Exchange } from '../../../../electron/contract/exchange.ts'
import type { HistoryEntry } from '../../../../electron/contract/history.ts'
import { DrawRun } from '../../../exchange-view/flow-of-run.ts'
import { Hops } from '../../../exchange-view/Hops.tsx'
import { useExchangeChain } from '../../../queries/exchanges.ts'
import { useFlowRun } from '../../../queries/flow-runs.ts'
import { useRecordedToken } from '../../../queries/history-entry.ts'
import { CallFailed } from '../../../ui/Problem.tsx'
import { usePlace } from '../use-place.ts'
import { timeBeside } from './day-and-time.ts'
import { EntryLink } from './EntryLink.tsx'

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

/** Where the token was issued that the request carried, if that did not lead to it. */
function IssuedBy({ id, chain }: { id: string; chain: readonly Exchange[] }) {
  const issuedBy = useRecordedToken(id, true).data?.issuedBy ?? null
  const last = chain.at(-1)
  if (issuedBy === null || last === undefined || chain.some((one) => one.id === issuedBy.id)) return null
  return (
    <Text size="sm" mt={8}>
      Its token was issued at <EntryLink id={issuedBy.id}>{timeBeside(issuedBy.startedAt, last.startedAt)}</EntryLink>
    </Text>
  )
}

function Chain({ id, onChoose }: { id: string; onChoose: (id: string) => void }) {
  const { data, error } = useExchangeChain(id)
  if (error !== null) return <CallFailed error={error} />
  if (data === undefined) return null
  return (
    <>
      {data.length < 2 ? (
        <Text size="sm" c="dimmed">
          This request belongs to no run of the flow, and no other request led to it.
        </Text>
      ) : (
        <Hops last={id} shown={id} onChoose={onChoose} />
      )}
      <IssuedBy id={id} chain={data} />
    </>
  )
}
