import type { HeldToken } from '../../../electron/contract/token.ts'
import { useOpenHeld } from '../../queries/verify.ts'
import { DecodedView } from '../../token-view/DecodedView.tsx'
import { keyKinds } from '../../token-view/key-choice.ts'
import { OpenedView } from '../../token-view/OpenedView.tsx'
import { HeldEncrypted } from './HeldEncrypted.tsx'
import { HeldVerification } from './HeldVerification.tsx'

/** Whether the token that an environment holds can be trusted, and what it says. */
export function HeldContent({ token, environmentName }: { token: HeldToken; environmentName: string }) {
  const { environmentId, exchangeId, decoded, clockOffset } = token
  const open = useOpenHeld(environmentId, exchangeId)
  return (
    <>
      <HeldVerification
        environmentId={environmentId}
        environmentName={environmentName}
        exchangeId={exchangeId}
        kinds={keyKinds(decoded, true)}
      />
      {decoded.kind === 'jwe' ? (
        <HeldEncrypted
          key={exchangeId}
          environmentId={environmentId}
          environmentName={environmentName}
          jwe={decoded}
          open={open}
        />
      ) : null}
      {open.outcome?.kind === 'opened' ? (
        <OpenedView opened={open.outcome} clockOffset={clockOffset} />
      ) : (
        <DecodedView decoded={decoded} clockOffset={clockOffset} showsLifetime={false} />
      )}
    </>
  )
}
