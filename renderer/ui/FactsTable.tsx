import type { ReactNode } from 'react'

interface Props {
  name: string
  facts: readonly (readonly [string, ReactNode])[]
  /** Pixels of the column of names. */
  nameWidth?: number
}

/** Names and what they stand for, in two columns. */
export function FactsTable({ name, facts, nameWidth = 84 }: Props) {
  return (
    <table className="facts" aria-label={name}>
      <colgroup>
        <col style={{ width: nameWidth }} />
        <col />
      </colgroup>
      <tbody>
        {facts.map(([label, value]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
