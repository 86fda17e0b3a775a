import { Checkbox, Skeleton, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { tokenVocabulary } from '../../../../../electron/common/comparison-vocabulary.ts'
import type { ComparisonRow } from '../../../../../electron/contract/comparison.ts'
import type { RecordedTokenComparison } from '../../../../../electron/contract/exchange-comparison.ts'
import type { HistoryEntry } from '../../../../../electron/contract/history.ts'
import { differenceLabel } from '../../../../../electron/wording/exchange-comparison.ts'
import { useExchangeComparison } from '../../../../queries/history-entry.ts'
import { ComparisonTable } from '../../../../ui/ComparisonTable.tsx'
import { CallFailed } from '../../../../ui/Problem.tsx'
import { BodyDifferences } from './BodyDifferences.tsx'
import { DifferenceTable } from './DifferenceTable.tsx'

interface Props {
  left: HistoryEntry
  right: HistoryEntry
}

/** What differs: what was sent, the tokens, and what was answered. */
export function Differences({ left, right }: Props) {
  const { data, error } = useExchangeComparison(left.exchange.id, right.exchange.id)
  const [withOwn, setWithOwn] = useState(false)
  if (error !== null) return <CallFailed error={error} />
  if (data === undefined) return <Skeleton h={200} />
  if (data === null) return <Text size="sm">One of these exchanges is no longer recorded.</Text>
  const { request, requestBody, token, answer } = data
  const shown = <Row extends { isOfEach: boolean }>(rows: readonly Row[]) =>
    rows.filter(({ isOfEach }) => withOwn || !isOfEach)
  const sent = shown(request).map((row) => ({ place: differenceLabel(row), left: row.left, right: row.right }))
  const fields = shown(answer.headers).map((row) => ({ place: row.name, left: row.left, right: row.right }))
  const { status } = answer
  const facts =
    status.left === status.right ? [] : [{ place: 'Status', left: word(status.left), right: word(status.right) }]
  const answered = [...facts, ...fields]
  return (
    <>
      <Part name="Request">
        {sent.length === 0 ? null : <DifferenceTable name="What was sent" rows={sent} />}
        <BodyDifferences body={requestBody} left={left.exchange.request.body} right={right.exchange.request.body} />
        {sent.length === 0 && requestBody.kind === 'same' ? <None>The same was sent.</None> : null}
      </Part>
      <Part name="Token">
        <TokenDifferences token={token} />
      </Part>
      <Part name="Response">
        {answered.length === 0 ? null : <DifferenceTable name="What was answered" rows={answered} />}
        <BodyDifferences
          body={answer.body}
          left={left.exchange.response?.body ?? null}
          right={right.exchange.response?.body ?? null}
        />
        {answered.length === 0 && answer.body.kind === 'same' ? <None>The same was answered.</None> : null}
        {answer.isPartial ? <None>Of a large body only the beginning is compared.</None> : null}
      </Part>
      <Checkbox
        label="Include dates, request IDs, assertions and what else differs each time"
        checked={withOwn}
        onChange={({ currentTarget }) => setWithOwn(currentTarget.checked)}
      />
    </>
  )
}

const word = (status: number | null): string => (status === null ? 'no answer' : String(status))

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="compared-part" aria-label={name}>
      <h3>{name}</h3>
      {children}
    </section>
  )
}

const None = ({ children }: { children: ReactNode }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
)

function TokenDifferences({ token }: { token: RecordedTokenComparison }) {
  switch (token.kind) {
    case 'none':
      return <None>Neither issued or carried a token.</None>
    case 'same':
      return <None>The same token: sha256:{token.left}</None>
    case 'unknown':
      return (
        <>
          <DifferenceTable
            name="Tokens"
            rows={[{ place: 'Fingerprint', left: printed(token.left), right: printed(token.right) }]}
          />
          <None>Of one of them no claims are recorded, or they cannot be read.</None>
        </>
      )
    case 'compared':
      return (
        <>
          <Claims name="Header of the token" place="header" rows={token.header} />
          <Claims name="Claims of the token" place="claims" rows={token.claims} />
        </>
      )
  }
}

const printed = (fingerprint: string | null): string | null => (fingerprint === null ? null : `sha256:${fingerprint}`)

interface ClaimsProps {
  name: string
  place: 'header' | 'claims'
  rows: readonly ComparisonRow[]
}

function Claims({ name, place, rows }: ClaimsProps) {
  const differing = rows.filter(({ change }) => change !== 'same' && change !== 'equivalent')
  if (differing.length === 0) return <None>{name}: no difference.</None>
  return (
    <ComparisonTable
      name={name}
      place={place}
      rows={differing}
      left="Older"
      right="Newer"
      vocabulary={tokenVocabulary}
    />
  )
}
