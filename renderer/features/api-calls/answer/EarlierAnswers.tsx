import { Button, Group, NativeSelect, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExchangeSummary } from '../../../../electron/contract/exchange.ts'
import { failureTitle } from '../../../../electron/wording/failures.ts'
import { statusSentence } from '../../../../electron/wording/http-status.ts'
import { milliseconds } from '../../../../electron/wording/milliseconds.ts'
import { mostEarlier, useAnswers } from '../../../queries/earlier-answers.ts'
import { byteCount, clockTime } from '../../../ui/format.ts'
import { AnswerDifferences, type Side } from './AnswerDifferences.tsx'
import { AnswerTabs } from './AnswerTabs.tsx'

/** The answers that a call got before, each to be shown and compared. `newest` is the exchange that is shown above. */
export function EarlierAnswers({ callId, newest }: { callId: string; newest: string | null }) {
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const answers = useAnswers(callId).data ?? []
  const earlier = answers.filter(({ id }) => id !== newest)
  if (earlier.length === 0) return null
  const shown = earlier.find(({ id }) => id === chosen)
  return (
    <section className="earlier-answers" aria-label="Earlier answers">
      <Button
        variant="default"
        leftSection={<IconHistory size={14} aria-hidden />}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        Earlier answers ({answers.length === mostEarlier ? `${earlier.length}+` : earlier.length})
      </Button>
      {isOpen ? (
        <>
          <ul className="earlier-list" aria-label="Earlier answers of this call">
            {earlier.map((answer) => (
              <li key={answer.id}>
                <button
                  type="button"
                  aria-pressed={answer.id === chosen}
                  onClick={() => setChosen(answer.id === chosen ? null : answer.id)}
                >
                  <span>{clockTime(answer.startedAt)}</span>
                  <span>{resultOf(answer)}</span>
                  <span>{milliseconds(answer.totalMs)}</span>
                  <span>{answer.bodyBytes === undefined ? '' : byteCount(answer.bodyBytes)}</span>
                </button>
              </li>
            ))}
          </ul>
          {shown === undefined ? null : <Earlier key={shown.id} answer={shown} others={answers} newest={newest} />}
        </>
      ) : null}
    </section>
  )
}

interface EarlierProps {
  answer: ExchangeSummary
  others: readonly ExchangeSummary[]
  newest: string | null
}

/** One of them, for reading, and what differs from another one. */
function Earlier({ answer, others, newest }: EarlierProps) {
  const [other, setOther] = useState('')
  const compared = others.find(({ id }) => id === other)
  const labelOf = ({ id, startedAt, status, failure }: ExchangeSummary): string =>
    `${clockTime(startedAt)} · ${status ?? failure ?? ''}${id === newest ? ' (the answer above)' : ''}`
  return (
    <>
      <Group gap={8} mt={8}>
        <Text size="sm" fw={600}>
          Answer of {clockTime(answer.startedAt)}: {resultOf(answer)}
        </Text>
        {answer.status === null ? null : <Text size="sm">{statusSentence(answer.status)}</Text>}
        <NativeSelect
          aria-label="Compare with"
          ml="auto"
          value={other}
          onChange={({ currentTarget }) => setOther(currentTarget.value)}
          data={[
            { value: '', label: 'Compare with…' },
            ...others.filter(({ id }) => id !== answer.id).map((one) => ({ value: one.id, label: labelOf(one) })),
          ]}
        />
      </Group>
      {compared === undefined ? (
        <AnswerTabs exchangeId={answer.id} />
      ) : (
        <AnswerDifferences {...inOrder(answer, compared)} />
      )}
    </>
  )
}

/** The older one first: what became of it is at the right. */
function inOrder(one: ExchangeSummary, other: ExchangeSummary): { left: Side; right: Side } {
  const [left, right] = one.startedAt <= other.startedAt ? [one, other] : [other, one]
  return { left: { id: left.id, at: left.startedAt }, right: { id: right.id, at: right.startedAt } }
}

const resultOf = ({ status, failure }: ExchangeSummary): string =>
  failure === null ? String(status ?? '') : failureTitle(failure)
