import { Button } from '@mantine/core'
import { memo } from 'react'
import { useSteps } from '../../queries/action.ts'
import { ofHeldToken } from '../../queries/held-action.ts'
import { copyToken } from '../../queries/tokens.ts'
import { useBeforeSending } from '../../ui/before-sending.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'

/** What can be done with the token that an environment holds; the same for each token that it holds. */
export const IssuedActions = memo(function IssuedActions({ environmentId }: { environmentId: string }) {
  const revoke = useSteps('revokeToken', environmentId, ofHeldToken)
  const beforeSending = useBeforeSending()
  return (
    <>
      <CopyButton onCopy={() => copyToken(environmentId)}>Copy token</CopyButton>
      <Button
        variant="default"
        onClick={() => beforeSending({ verb: 'revoke', act: () => revoke.run({ environmentId }) })}
      >
        Revoke
      </Button>
    </>
  )
})
