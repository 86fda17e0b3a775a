import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useEnvironment } from '../../../queries/environments.ts'
import { useRefusal } from '../../../queries/api-refusals.ts'
import { useToken } from '../../../queries/tokens.ts'
import { useKept } from '../../../state/kept.ts'
import { StateIcon } from '../../../ui/StateIcon.tsx'
import { useNow } from '../../../ui/use-now.ts'
import { ScopeFit } from './authorization/ScopeFit.tsx'
import { tokenAhead } from './authorization/token-ahead.ts'
import { useCallScope, useOfForm } from './call-form.ts'
import { shownCallTabs } from './call-tabs.ts'

/** Which token will be used, and whether it has the scopes that the API needs. `children` are the acts at the right. */
export function TokenLine({ children }: { children: ReactNode }) {
  const { environmentId, form } = useCallScope()
  const choice = useOfForm(form, ({ choice: chosen }) => chosen())
  const [, show] = useKept(shownCallTabs, environmentId)
  return (
    <div className="token-line">
      {choice === 'environment' ? (
        <>
          <TokenAhead environmentId={environmentId} />
          <ScopeFit isBrief />
        </>
      ) : (
        <span className="row">
          <StateIcon tone="idle" word="Information" />
          {choice === 'none' ? 'Token: none' : 'Token: pasted, for this call alone'}
        </span>
      )}
      <span className="token-line-acts">
        {children}
        <Button variant="transparent" px={0} aria-label="Change token" onClick={() => show(() => 'authorization')}>
          Change
        </Button>
      </span>
    </div>
  )
}

/** The token of the environment that the call would carry now. It alone is drawn again each second. */
function TokenAhead({ environmentId }: { environmentId: string }) {
  const now = useNow()
  const token = useToken(environmentId).data ?? null
  const renewBefore = useEnvironment(environmentId).data?.renewBefore ?? 0
  const isRefused = useRefusal(environmentId, token) === 'token'
  const ahead = tokenAhead(token, renewBefore, now)
  return (
    <span className="row">
      {ahead.kind === 'new' ? (
        <>
          <StateIcon tone="idle" word="None" />
          Token: a new one will be requested
        </>
      ) : (
        <>
          <StateIcon tone={token?.revokedAt === null && !isRefused ? 'good' : 'warn'} word="Held" />
          Token: current, {isRefused ? 'refused by the API' : ahead.words}
        </>
      )}
    </span>
  )
}
