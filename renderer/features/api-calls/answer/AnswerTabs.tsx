import { Tabs } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Pointer } from '../../../../electron/contract/finding.ts'
import { useExchange } from '../../../queries/exchanges.ts'
import { PhaseTable } from '../../../ui/PhaseTable.tsx'
import { AnswerBody } from './AnswerBody.tsx'
import { AsSent } from './AsSent.tsx'
import { FieldsTable } from './FieldsTable.tsx'
import { TlsOfAnswer } from './TlsOfAnswer.tsx'
import './answer.css'

interface Props {
  exchangeId: string
  /** What is shown beside the body. */
  aside?: ReactNode
  /** What of the body is marked. */
  pointers?: readonly Pointer[]
}

const none: readonly Pointer[] = []

/** An answer by its parts, and the request that it answers. The chosen part stays chosen from one answer to the next. */
export function AnswerTabs({ exchangeId, aside = null, pointers = none }: Props) {
  const [part, setPart] = useState<string | null>('body')
  const exchange = useExchange(exchangeId).data ?? null
  if (exchange === null || exchange.response === null) return null
  const { request, response, tls } = exchange
  return (
    <Tabs value={part} onChange={setPart} keepMounted={false}>
      <Tabs.List mb={8}>
        <Tabs.Tab value="body">Body</Tabs.Tab>
        <Tabs.Tab value="headers">
          Headers <span className="tab-count">{response.headers.length.toLocaleString('en')}</span>
        </Tabs.Tab>
        <Tabs.Tab value="timing">Timing</Tabs.Tab>
        <Tabs.Tab value="tls">TLS</Tabs.Tab>
        <Tabs.Tab value="sent">As sent</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="body" className="answer-panel">
        <div className="answer-parts" data-aside={aside !== null || undefined}>
          <AnswerBody
            key={exchange.id}
            exchangeId={exchange.id}
            method={request.method}
            response={response}
            pointers={pointers}
          />
          {aside}
        </div>
      </Tabs.Panel>
      <Tabs.Panel value="headers">
        <FieldsTable name="Header fields of the answer" headers={response.headers} />
      </Tabs.Panel>
      <Tabs.Panel value="timing" maw={560}>
        <PhaseTable exchange={exchange} />
      </Tabs.Panel>
      <Tabs.Panel value="tls" maw={720}>
        <TlsOfAnswer exchangeId={exchange.id} tls={tls} url={request.url} />
      </Tabs.Panel>
      <Tabs.Panel value="sent">
        <AsSent exchange={exchange} />
      </Tabs.Panel>
    </Tabs>
  )
}
