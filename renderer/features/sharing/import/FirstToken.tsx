import type { EnvironmentSummary } from '../../../../electron/contract/environment.ts'
import { useIsRefused, useTokenRequest } from '../../../queries/held-action.ts'
import { useToken } from '../../../queries/tokens.ts'
import { hrefOf } from '../../../route.ts'
import { cancelRun, useSlowPendingSince } from '../../../state/runs.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { TokenStatus } from '../../../ui/TokenStatus.tsx'
import { Waiting } from '../../../ui/Waiting.tsx'

/** What came of the first request of a token, and the way to it; nothing before it was made. */
export function FirstToken({ environment: { id, name } }: { environment: EnvironmentSummary }) {
  const { outcome, error } = useTokenRequest(id)
  const token = useToken(id).data ?? null
  const isRefused = useIsRefused(id, token)
  const pendingSince = useSlowPendingSince('requestToken', id)
  if (pendingSince !== null)
    return <Waiting since={pendingSince} what="Requesting" onCancel={() => cancelRun('requestToken', id)} />
  if (token === null && outcome === null && error === null) return null
  return (
    <a
      className="first-token"
      href={hrefOf({ kind: 'environment', id, tab: 'token' })}
      title={`Show the token of ${visible(name)}`}
    >
      {token === null && !isRefused ? (
        'No token. Show why'
      ) : (
        <TokenStatus token={token} refusal={isRefused ? 'request' : null} />
      )}
    </a>
  )
}
