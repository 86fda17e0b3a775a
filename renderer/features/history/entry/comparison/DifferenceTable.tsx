import { visible } from '../../../../../electron/common/visible.ts'

export interface DifferenceRow {
  place: string
  left: string | null
  right: string | null
}

/** What differs at each place, side by side. */
export function DifferenceTable({ name, rows }: { name: string; rows: readonly DifferenceRow[] }) {
  return (
    <table className="facts compared-table" aria-label={name}>
      <colgroup>
        <col style={{ width: '24%' }} />
        <col style={{ width: '38%' }} />
        <col style={{ width: '38%' }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">Older</th>
          <th scope="col">Newer</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ place, left, right }, index) => (
          <tr key={index}>
            <th scope="row">{visible(place)}</th>
            <Value text={left} />
            <Value text={right} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Value = ({ text }: { text: string | null }) =>
  text === null ? <td className="dimmed">absent</td> : <td className="mono anywhere">{visible(text)}</td>
