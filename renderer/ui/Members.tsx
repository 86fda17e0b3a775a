import { Badge, Code, SegmentedControl } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { numberOf } from '../../electron/contract/json-source.ts'
import type { JsonObject, Member } from '../../electron/contract/token.ts'
import { Bytes } from './Bytes.tsx'
import { meanings, timeClaims } from './claim-meanings.ts'
import { clockTime, relative, visible } from './format.ts'
import { Region } from './Region.tsx'
import { useNow } from './use-now.ts'

/** A JSON object, as a table with explanations or as its exact source. */
export function MembersRegion({
  name,
  object,
  actions = null,
}: {
  name: string
  object: JsonObject
  actions?: ReactNode
}) {
  const [view, setView] = useState('Table')
  return (
    <Region
      name={name}
      actions={
        <>
          {actions}
          <SegmentedControl data={['Table', 'Source']} value={view} onChange={setView} aria-label={`${name} view`} />
        </>
      }
    >
      <div className="panel">{view === 'Table' ? <MembersTable {...object} /> : <Bytes text={object.source} />}</div>
    </Region>
  )
}

export function MembersTable({ members }: Pick<JsonObject, 'members'>) {
  const now = useNow()
  return (
    <table className="facts">
      <colgroup>
        <col style={{ width: '22%' }} />
        <col style={{ width: '46%' }} />
        <col style={{ width: '32%' }} />
      </colgroup>
      <tbody>
        {members.map((member, index) => (
          <tr key={`${member.name}-${index}`}>
            <th scope="row">
              <Code>{visible(member.name)}</Code>
              {member.duplicate ? (
                <Badge ml={4} size="xs" color="red.9">
                  duplicate
                </Badge>
              ) : null}
            </th>
            <td>
              <Bytes text={member.source} />
            </td>
            <td>{explain(member, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function explain({ name, source }: Member, now: number): string {
  const seconds = timeClaims.has(name) ? numberOf(source) : null
  if (seconds !== null && seconds < 1e11) {
    const at = seconds * 1000
    return `${meanings[name] ?? 'Time'} · ${clockTime(at, now)} · ${relative(at, now)}`
  }
  const digits = /^-?\d{16,}$/.test(source) ? ` · ${source.replace('-', '').length} digits, kept exactly` : ''
  return (meanings[name] ?? 'Private') + digits
}
