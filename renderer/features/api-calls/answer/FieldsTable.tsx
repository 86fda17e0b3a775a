import { Button } from '@mantine/core'
import { useState } from 'react'
import { visible } from '../../../../electron/common/visible.ts'
import type { Headers } from '../../../../electron/contract/exchange.ts'

/** Rows that are put on the page at a time: a server may send many thousand. */
const step = 200

/** Header fields in the order of the wire. */
export function FieldsTable({ name, headers }: { name: string; headers: Headers }) {
  const [limit, setLimit] = useState(step)
  return (
    <>
      <table className="facts" aria-label={name}>
        <colgroup>
          <col style={{ width: '32%' }} />
          <col />
        </colgroup>
        <tbody>
          {headers.slice(0, limit).map(([field, value], index) => (
            <tr key={index}>
              <th scope="row" className="mono">
                {visible(field)}
              </th>
              <td className="mono">{visible(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {headers.length > limit ? (
        <Button variant="default" mt={6} onClick={() => setLimit(limit + step)}>
          Show {Math.min(step, headers.length - limit)} more of {headers.length.toLocaleString('en')}
        </Button>
      ) : null}
    </>
  )
}
