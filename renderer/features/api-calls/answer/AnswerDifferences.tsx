import { Checkbox, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import type { AnswerComparison } from '../../../../electron/contract/answer-comparison.ts'
import { useAnswerComparison } from '../../../queries/earlier-answers.ts'
import { type DifferenceRow, lineRows, valueRows } from '../../../ui/difference-rows.ts'
import { MoreDifferences } from '../../../ui/MoreDifferences.tsx'
import { byteCount, clockTime } from '../../../ui/format.ts'

export interface Side {
  /** The exchange. */
  id: string
  /** In milliseconds since 1970. */
  at: number
}

/** What differs between two answers of a call, the older one at the left. */
export function AnswerDifferences({ left, right }: { left: Side; right: Side }) {
  const { data, isPending } = useAnswerComparison(left.id, right.id)
  const [withOwn, setWithOwn] = useState(false)
  if (isPending) return null
  if (data === null || data === undefined) return <Text size="sm">One of these answers is no longer recorded.</Text>
  const { status, headers, body, isPartial } = data
  const heads = headsOf(left.at, right.at)
  const fields = headers.filter(({ isOfEach }) => withOwn || !isOfEach)
  return (
    <section aria-label="Differences" className="answer-differences">
      <Text size="sm">
        {status.left === status.right
          ? `Both have status ${status.left ?? 'none'}.`
          : `Status ${status.left ?? 'none'} became ${status.right ?? 'none'}.`}
      </Text>
      <Checkbox
        label="Include Date, request IDs and other fields that differ in every answer"
        checked={withOwn}
        onChange={({ currentTarget }) => setWithOwn(currentTarget.checked)}
      />
      {fields.length === 0 ? (
        <Text size="sm">No other header field differs.</Text>
      ) : (
        <Table
          name="Header fields that differ"
          heads={['Header field', ...heads]}
          rows={fields.map(({ name, left: one, right: other }) => ({ place: name, left: one, right: other }))}
        />
      )}
      <BodyDifferences body={body} heads={heads} />
      {isPartial ? (
        <Text size="xs" c="dimmed">
          Of a large body only the beginning is compared.
        </Text>
      ) : null}
    </section>
  )
}

/** Two answers of one second differ in its milliseconds. */
function headsOf(left: number, right: number): readonly [string, string] {
  const isSame = clockTime(left) === clockTime(right)
  const head = (at: number) =>
    `Answer of ${clockTime(at)}${isSame ? `.${String(Math.floor(at) % 1000).padStart(3, '0')}` : ''}`
  return [head(left), head(right)]
}

function BodyDifferences({
  body,
  heads,
}: Pick<AnswerComparison, 'body'> & { heads: readonly [string, string] }): ReactNode {
  switch (body.kind) {
    case 'same':
      return <Text size="sm">The bodies are the same.</Text>
    case 'bytes':
      return (
        <Text size="sm">
          The bodies differ, and are not text: {byteCount(body.leftBytes)} and {byteCount(body.rightBytes)}.
        </Text>
      )
    case 'json':
      return body.rows.length === 0 ? (
        <Text size="sm">The bodies mean the same: they differ in white space, order of members or digits only.</Text>
      ) : (
        <>
          <Table name="Values that differ" heads={['JSON Pointer', ...heads]} rows={valueRows(body.rows)} />
          <MoreDifferences count={body.more} />
        </>
      )
    case 'text':
      return (
        <>
          <Table name="Lines that differ" heads={['Line', ...heads]} rows={lineRows(body.rows)} />
          <MoreDifferences count={body.more} />
        </>
      )
  }
}

interface TableProps {
  name: string
  heads: readonly [string, string, string]
  rows: readonly DifferenceRow[]
}

function Table({ name, heads, rows }: TableProps) {
  return (
    <table className="facts" aria-label={name}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ place, left, right }, index) => (
          <tr key={index}>
            <th scope="row" className="mono">
              {visible(place)}
            </th>
            <Value text={left} />
            <Value text={right} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Value = ({ text }: { text: string | null }) =>
  text === null ? <td className="dimmed">absent</td> : <td className="mono">{visible(text)}</td>
