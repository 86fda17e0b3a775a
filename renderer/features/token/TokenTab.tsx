import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { exchangeOf, useTokenRequest } from '../../queries/held-action.ts'
import { useToken } from '../../queries/tokens.ts'
import { CallFailed } from '../../ui/Problem.tsx'
import { Region } from '../../ui/Region.tsx'
import { Diagnosis } from './Diagnosis.tsx'
import { HeldActions } from './HeldActions.tsx'
import { HeldContent } from './HeldContent.tsx'
import { IssuedPanel } from './IssuedPanel.tsx'
import { RequestAnswer } from './RequestAnswer.tsx'
import { Revocation } from './Revocation.tsx'

export function TokenTab({ environment }: { environment: EnvironmentSummary }) {
  const { id, name } = environment
  const token = useToken(id).data ?? null
  const request = useTokenRequest(id)
  const { outcome, error } = request
  return (
    <div className="column" data-gap="large">
      <Region
        name="Token response"
        actions={
          token === null ? null : <HeldActions environmentId={id} hasPrevious={token.previousIssuedAt !== null} />
        }
      >
        <div className="column">
          {error === null ? null : <CallFailed error={error} />}
          <RequestAnswer request={request} environmentId={id} hasToken={token !== null} />
          {token === null ? null : <IssuedPanel token={token} isNewest={outcome?.kind === 'issued'} />}
          <Revocation
            environmentId={id}
            exchangeId={exchangeOf(token)}
            isRevoked={(token?.revokedAt ?? null) !== null}
          />
        </div>
      </Region>
      <Diagnosis outcome={outcome} />
      {token === null ? null : <HeldContent token={token} environmentName={name} />}
    </div>
  )
}
