import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { HeldTokenStatus } from '../../../token-view/HeldTokenStatus.tsx'
import { useKept } from '../../../state/kept.ts'
import { useCallScope, useTyped } from './call-form.ts'
import { shownCallTabs } from './call-tabs.ts'

/** Which token will be used. `children` are the acts at the right. */
export function TokenLine({ children }: { children: ReactNode }) {
  const { environmentId } = useCallScope()
  const authorization = useTyped((values) => values.authorization)
  const [, show] = useKept(shownCallTabs, environmentId)
  return (
    <div className="token-line">
      <span className="row">
        Token: {authorization === 'none' ? 'none' : <HeldTokenStatus environmentId={environmentId} />}
      </span>
      <span className="token-line-acts">
        {children}
        <Button
          variant="transparent"
          px={0}
          aria-label="Change authorization"
          onClick={() => show(() => 'authorization')}
        >
          Change
        </Button>
      </span>
    </div>
  )
}
