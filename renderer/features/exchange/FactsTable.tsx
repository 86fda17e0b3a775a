import type { ReactNode } from 'react'

/** Names and what they stand for, in two columns. */
export function FactsTable({ name, facts }: { name: string; facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <table className="facts" aria-label={name}>
      <colgroup>
        <col style={{ width: 84 }} />
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
