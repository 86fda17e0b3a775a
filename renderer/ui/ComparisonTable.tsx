import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { type Meaning, meaningOf, type Place } from '../../electron/catalogue/claims/meaning-of.ts'
import { meaningSentence } from '../../electron/wording/comparison.ts'
import { isTelling, type Vocabulary } from '../../electron/common/comparison-vocabulary.ts'
import type { ComparisonRow } from '../../electron/contract/comparison.ts'
import { ChangeMark } from './ChangeMark.tsx'
import { visible } from '../../electron/common/visible.ts'
import { clockTime } from './format.ts'
import { MemberName, shortName } from '../token-view/MemberName.tsx'
import { SourceText } from '../token-view/SourceText.tsx'
import { meantTime, timeClaim } from '../token-view/time-claim.ts'
import './comparison.css'

/** Rows that are put on the page at a time. */
const step = 300
/** Characters of a value that fit into its column in a narrow window. */
const lineWidth = 28

interface Props {
  /** What is compared, for assistive technology. */
  name: string
  /** Where the names are. */
  place: Place
  rows: readonly ComparisonRow[]
  /** Headings of the two columns. */
  left: string
  right: string
  vocabulary: Vocabulary
}

/** Two objects side by side, name by name, with what differs marked and explained. */
export function ComparisonTable({ name, place, rows, left, right, vocabulary }: Props) {
  const [limit, setLimit] = useState(step)
  return (
    <>
      <table className="facts claims comparison" aria-label={name}>
        <colgroup>
          <col style={{ width: '18%' }} />
          <col style={{ width: '28%' }} />
          <col style={{ width: '28%' }} />
          <col style={{ width: '26%' }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Name</th>
            {[left, right].map((side) => (
              <th key={side} scope="col" className="ellipsis" title={side}>
                {side}
              </th>
            ))}
            <th scope="col">{vocabulary.heading}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((row, index) => (
            <Row key={`${row.name}-${index}`} place={place} row={row} vocabulary={vocabulary} />
          ))}
        </tbody>
      </table>
      {rows.length > limit ? (
        <Button variant="default" mt={6} onClick={() => setLimit(limit + step)}>
          Show {Math.min(step, rows.length - limit)} more of {rows.length.toLocaleString('en')}
        </Button>
      ) : null}
    </>
  )
}

function Row({ place, row, vocabulary }: { place: Place; row: ComparisonRow; vocabulary: Vocabulary }) {
  const named = meaningOf(place, row.name, null)
  const words = (named.registered ?? named.byProvider[0])?.meaning
  const meaning = meaningSentence(row, vocabulary)
  const isMarked = isTelling(row, vocabulary)
  return (
    <tr data-marked={isMarked || undefined}>
      <th scope="row">
        <MemberName name={row.name} />
        {words === undefined ? null : (
          <Text size="xs" c="dimmed">
            {words}
          </Text>
        )}
      </th>
      <td>
        <Value name={row.name} unit={named.unit} source={row.left} />
      </td>
      <td>
        <Value name={row.name} unit={named.unit} source={row.right} />
      </td>
      <td>
        <ChangeMark change={row.change} isMarked={isMarked} word={vocabulary.words[row.change]} />
        {meaning === null ? null : <div>{visible(meaning)}</div>}
      </td>
    </tr>
  )
}

function Value({ name, unit, source }: { name: string; unit: Meaning['unit']; source: string | null }) {
  if (source === null) {
    return (
      <Text size="xs" c="dimmed" component="span">
        not there
      </Text>
    )
  }
  const at = unit === null || unit === 'seconds' ? null : meantTime(timeClaim(source, unit))
  return (
    <>
      <SourceText source={source} what={`value of ${visible(shortName(name))}`} width={lineWidth} />
      {at === null ? null : (
        <Text size="xs" c="dimmed">
          {clockTime(at)}
        </Text>
      )}
    </>
  )
}
