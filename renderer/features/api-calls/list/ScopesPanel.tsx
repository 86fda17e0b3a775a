import { IconInfoCircle } from '@tabler/icons-react'
import type { ApiCallSummary } from '../../../../electron/contract/api-call.ts'
import type { Environment } from '../../../../electron/contract/environment.ts'
import { type LeastPrivilege, leastPrivilege } from '../../../../electron/common/least-privilege.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { useSettle } from '../../../diagnosis/use-settle.ts'
import { useEnvironment } from '../../../queries/environments.ts'
import { useToken } from '../../../queries/tokens.ts'
import { count } from '../../../ui/count.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { incomparableText, scopesLine, scopeUseText } from './scopes-text.ts'

interface Props {
  environmentId: string
  calls: readonly ApiCallSummary[]
}

/** Scopes requested, granted and needed by the saved calls; one click requests no more than is needed. */
export function ScopesPanel({ environmentId, calls }: Props) {
  const environment = useEnvironment(environmentId).data ?? null
  const token = useToken(environmentId).data ?? null
  if (environment === null || calls.length === 0) return null
  const found = leastPrivilege(environment.scope, token, calls)
  const { unused, uses } = found
  const reason = incomparableText(found)
  return (
    <section className="call-scopes" aria-label="Scopes of the saved calls">
      <div className="call-scopes-head">
        <h2>Scopes</h2>
        {unused.length === 0 ? null : (
          <span className="call-scopes-note" title={visible(unused.join(' '))}>
            <IconInfoCircle size={14} stroke={1.6} aria-hidden />
            {unused.length} unused
          </span>
        )}
      </div>
      <p>{scopesLine(found)}</p>
      {reason === null ? null : <p className="dimmed">{reason}</p>}
      {uses.length === 0 ? null : (
        <Disclosure title="Compare scopes" open={false} about={environmentId}>
          <ScopeList found={found} />
        </Disclosure>
      )}
      {unused.length === 0 ? null : <RequestNeeded environment={environment} needed={found.needed} />}
    </section>
  )
}

function RequestNeeded({ environment, needed }: { environment: Environment; needed: readonly string[] }) {
  const { settle, isPending } = useSettle(environment, () => {})
  const [first = ''] = needed
  const what = needed.length === 1 ? first : count(needed.length, 'scope')
  return (
    <button
      type="button"
      className="link-button"
      disabled={isPending}
      title={`Sets Scope to: ${visible(needed.join(' '))}`}
      onClick={() => settle({ field: 'scope', value: needed.join(' ') })}
    >
      <span className="ellipsis">{needed.length === 0 ? 'Request no scope' : `Request ${visible(what)} only`}</span>
    </button>
  )
}

/** Each scope by itself: there is no room for columns. */
function ScopeList({ found: { uses } }: { found: LeastPrivilege }) {
  return (
    <ul className="call-scopes-list">
      {uses.map((use) => (
        <li key={use.scope}>
          <bdi className="mono">{visible(use.scope)}</bdi>
          <span>{scopeUseText(use)}</span>
        </li>
      ))}
    </ul>
  )
}
