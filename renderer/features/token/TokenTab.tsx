import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { TokenOutcome } from '../../../electron/contract/outcome.ts'
import { exchangeOf, useTokenRequest } from '../../queries/held-action.ts'
import { useToken } from '../../queries/tokens.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { Diagnosis } from './Diagnosis.tsx'
import { EarlierToken } from './EarlierToken.tsx'
import { HeldContent } from './HeldContent.tsx'
import { IssuedPanel } from './IssuedPanel.tsx'
import { RequestAnswer } from './RequestAnswer.tsx'
import { Revocation } from './Revocation.tsx'

/** What the last request gave comes first; after a failure, the token of before is folded beneath it. */
export function TokenTab({ environment }: { environment: EnvironmentSummary }) {
  const { id, name } = environment
  const token = useToken(id).data ?? null
  const request = useTokenRequest(id)
  const { outcome, error } = request
  const isEarlier = hasFailed(outcome)
  return (
    <div className="column" data-gap="large">
      <Region name="Token response" title={null}>
        <div className="column top">
          {error === null ? null : <CallFailed error={error} />}
          <RequestAnswer request={request} environmentId={id} />
          {token === null || isEarlier ? null : <IssuedPanel token={token} isNewest={outcome?.kind === 'issued'} />}
          <Revocation
            environmentId={id}
            exchangeId={exchangeOf(token)}
            isRevoked={(token?.revokedAt ?? null) !== null}
          />
        </div>
      </Region>
      <Diagnosis request={request} />
      {token === null ? null : isEarlier ? (
        <EarlierToken token={token} environmentName={name} />
      ) : (
        <HeldContent token={token} environmentName={name} />
      )}
    </div>
  )
}

/** Whether a request was made and gave no token. What was cancelled or never sent says nothing about the token that is held. */
function hasFailed(outcome: TokenOutcome | null): boolean {
  switch (outcome?.kind) {
    case 'refused':
    case 'nonconformant':
      return true
    case 'unreachable':
      return outcome.failure.code !== 'cancelled'
    case 'issued':
    case 'not_sent':
    case undefined:
      return false
  }
}
