import { Text } from '@mantine/core'
import type { AnswerComparison } from '../../../../../electron/contract/answer-comparison.ts'
import type { Body } from '../../../../../electron/contract/exchange.ts'
import { lineRows, valueRows } from '../../../../ui/difference-rows.ts'
import { MoreDifferences } from '../../../../ui/MoreDifferences.tsx'
import { byteCount } from '../../../../ui/format.ts'
import { DifferenceTable } from './DifferenceTable.tsx'

interface Props extends Pick<AnswerComparison, 'body'> {
  left: Body | null
  right: Body | null
}

/** Where two bodies differ: values of JSON by their pointers, lines of other text. */
export function BodyDifferences({ body, left, right }: Props) {
  const [hasLeft, hasRight] = [left, right].map((one) => one !== null && one.decodedBytes > 0)
  if (hasLeft !== hasRight) {
    return (
      <Text size="sm">Only the {hasLeft === true ? 'older' : 'newer'} one has a body. See it under Everything.</Text>
    )
  }
  switch (body.kind) {
    case 'same':
      return null
    case 'bytes':
      return (
        <Text size="sm">
          The bodies differ, and are not text: {byteCount(body.leftBytes)} and {byteCount(body.rightBytes)}.
        </Text>
      )
    case 'json':
      return body.rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          The bodies mean the same: they differ in white space, order of members or digits only.
        </Text>
      ) : (
        <>
          <DifferenceTable name="Values of the body" rows={valueRows(body.rows)} />
          <MoreDifferences count={body.more} />
        </>
      )
    case 'text':
      return (
        <>
          <DifferenceTable name="Lines of the body" rows={lineRows(body.rows)} />
          <MoreDifferences count={body.more} />
        </>
      )
  }
}
