import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { timeSpan } from '../../../../electron/wording/time-span.ts'
import { JsonView } from '../../../json-view/JsonView.tsx'
import { useRecordedToken } from '../../../queries/history-entry.ts'
import { CallFailed } from '../../../ui/Problem.tsx'
import { useStateOf } from '../../../ui/use-state-of.ts'
import { timeBeside } from './day-and-time.ts'
import { EntryLink } from './EntryLink.tsx'

/** The token of an exchange by its fingerprint, and what it said when it was issued. */
export function EntryToken({ id, fingerprint }: { id: string; fingerprint: string }) {
  const [isOpen, setOpen] = useStateOf(id, false)
  return (
    <>
      <div>
        <dt>Token</dt>
        <dd>
          <button
            type="button"
            className="entry-token mono"
            title="The first 12 bytes of the token’s SHA-256, as base64url. The token itself is not recorded."
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            sha256:{fingerprint}
            {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          </button>
        </dd>
      </div>
      {isOpen ? (
        <div className="entry-claims">
          <dt>Contents</dt>
          <dd>
            <Claims id={id} />
          </dd>
        </div>
      ) : null}
    </>
  )
}

function Claims({ id }: { id: string }) {
  const { data, error } = useRecordedToken(id, true)
  const [openedAt] = useState(() => Date.now())
  if (error !== null) return <CallFailed error={error} />
  if (data === undefined) return null
  if (data === null) return <p className="text dimmed">Nothing is recorded of this token.</p>
  const { token, issuedBy } = data
  return (
    <div className="column">
      {issuedBy === null || issuedBy.id === id ? null : (
        <p className="text">
          Issued at <EntryLink id={issuedBy.id}>{timeBeside(issuedBy.startedAt, openedAt)}</EntryLink>
        </p>
      )}
      {token.lifetime === null ? null : <p className="text">Lifetime {timeSpan(token.lifetime * 1000)}</p>}
      {token.scopeGranted === null ? null : (
        <p className="text anywhere">
          Scope granted <span className="mono">{token.scopeGranted === '' ? 'none' : token.scopeGranted}</span>
        </p>
      )}
      {token.header === null ? null : <JsonView source={token.header} label="Header of the token" />}
      {token.claims === null ? (
        <p className="text dimmed">
          {issuedBy === null
            ? 'Where it was issued is not recorded, so its claims are not known.'
            : 'It has no claims that can be read: it is opaque or encrypted.'}
        </p>
      ) : (
        <JsonView source={token.claims} label="Claims of the token" />
      )}
    </div>
  )
}
