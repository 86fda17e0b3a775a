import { Tabs } from '@mantine/core'
import { useState } from 'react'
import type { Exchange } from '../../../../electron/contract/exchange.ts'
import { useExchange } from '../../../queries/exchanges.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { PhaseTable } from '../../../ui/PhaseTable.tsx'
import { AnswerBody } from './AnswerBody.tsx'

/** An answer by its parts. The chosen part stays chosen from one answer to the next. */
export function AnswerTabs({ exchangeId }: { exchangeId: string }) {
  const [part, setPart] = useState<string | null>('body')
  const exchange = useExchange(exchangeId).data ?? null
  if (exchange === null || exchange.response === null) return null
  const { body, headers } = exchange.response
  return (
    <Tabs value={part} onChange={setPart} keepMounted={false}>
      <Tabs.List mb={8}>
        <Tabs.Tab value="body">Body</Tabs.Tab>
        <Tabs.Tab value="headers">
          Headers <span className="tab-count">{headers.length}</span>
        </Tabs.Tab>
        <Tabs.Tab value="timing">Timing</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="body">
        <AnswerBody exchangeId={exchange.id} body={body} />
      </Tabs.Panel>
      <Tabs.Panel value="headers">
        <Headers headers={headers} />
      </Tabs.Panel>
      <Tabs.Panel value="timing" maw={560}>
        <PhaseTable exchange={exchange} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Headers({ headers }: Pick<NonNullable<Exchange['response']>, 'headers'>) {
  return (
    <table className="facts" aria-label="Header fields of the answer">
      <colgroup>
        <col style={{ width: '32%' }} />
        <col />
      </colgroup>
      <tbody>
        {headers.map(([name, value], index) => (
          <tr key={index}>
            <th scope="row" className="mono">
              {visible(name)}
            </th>
            <td className="mono">{visible(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
