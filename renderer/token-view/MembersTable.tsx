import { Button, Group, Text, TextInput } from '@mantine/core'
import { useDeferredValue, useMemo } from 'react'
import { providerOf } from '../../electron/catalogue/claims/issuer-provider.ts'
import type { Place } from '../../electron/catalogue/claims/meaning-of.ts'
import type { Member } from '../../electron/contract/json-object.ts'
import { memberOf, stringOf } from '../../electron/common/json-source.ts'
import './claims.css'
import { StateIcon } from '../ui/StateIcon.tsx'
import { useStateOf } from '../ui/use-state-of.ts'
import { duplicateNote } from './duplicate-note.ts'
import { membersLike } from './members-like.ts'
import { MemberRow } from './MemberRow.tsx'

/** What is in sight at first; the rest of the first rows follows when that is drawn. */
const rowsAtOnce = 30
const firstRows = 200
const moreRows = 500
const filteredFrom = 20

/** The members of a JSON object: name, value as sent, and what it means in its `place`. */
export function MembersTable({ members, place, what }: { members: readonly Member[]; place: Place; what: string }) {
  const [limit, setLimit] = useStateOf(members, firstRows)
  const [wanted, setWanted] = useStateOf(members, '')
  const deferred = useDeferredValue(wanted)
  const found = useMemo(() => membersLike(members, deferred), [members, deferred])
  const drawn = useDeferredValue(limit, members.length <= rowsAtOnce ? limit : rowsAtOnce)
  const provider = useMemo(() => providerOf(stringOf(memberOf({ source: '', members }, 'iss')?.source)), [members])
  const note = useMemo(() => duplicateNote(members), [members])
  const hidden = found.length - limit
  if (members.length === 0)
    return (
      <Text size="sm" c="dimmed">
        An empty object.
      </Text>
    )
  return (
    <>
      {note === null ? null : (
        <Group gap={8} wrap="nowrap" align="flex-start" mb={6} role="note">
          <StateIcon tone="warn" word="Warning" />
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {note}
          </Text>
        </Group>
      )}
      {members.length <= filteredFrom ? null : (
        <Group gap={8} mb={6}>
          <TextInput
            aria-label={`Filter ${what}`}
            placeholder={`Filter ${what}`}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <Text size="xs" c="dimmed" role="status">
            {found.length === members.length ? '' : `${found.length.toLocaleString('en')} of `}
            {members.length.toLocaleString('en')}
          </Text>
        </Group>
      )}
      <table className="facts claims">
        <colgroup>
          <col style={{ width: '24%' }} />
          <col style={{ width: '44%' }} />
          <col style={{ width: '32%' }} />
        </colgroup>
        <tbody>
          {found.slice(0, drawn).map(({ member, index }) => (
            <MemberRow key={index} member={member} place={place} provider={provider} />
          ))}
        </tbody>
      </table>
      {hidden <= 0 ? null : (
        <Group gap={8} mt={6}>
          <Button variant="default" onClick={() => setLimit(limit + moreRows)}>
            Show {Math.min(hidden, moreRows).toLocaleString('en')} more
          </Button>
          <Text size="xs" c="dimmed">
            {hidden.toLocaleString('en')} not shown
          </Text>
        </Group>
      )}
    </>
  )
}
