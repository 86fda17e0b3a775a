import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { Environment } from '../../../electron/contract/environment.ts'
import type { OpeningKey } from '../../../electron/contract/opened-token.ts'
import { hrefOf } from '../../place.ts'
import type { Action } from '../../queries/action.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { EncryptedPanel } from '../../token-view/EncryptedPanel.tsx'
import { NotDone } from '../../token-view/NotDone.tsx'

interface Props {
  environment: Environment
  jwe: Extract<DecodedToken, { kind: 'jwe' }>
  open: Action<'openToken'>
}

/** An encrypted token that the environment holds. */
export function HeldEncrypted({ environment: { id, name }, jwe, open }: Props) {
  const { outcome, pendingSince, error, cancel, forget } = open
  const run = (key: OpeningKey) => open.run({ token: { kind: 'held', environmentId: id }, environmentId: id, key })
  // Only what the environment has can be missing.
  const remedies = useRemedies({
    environmentId: id,
    verb: 'open',
    again: () => run({ kind: 'environment' }),
    dismiss: forget,
  })
  return (
    <EncryptedPanel
      jwe={jwe}
      opened={outcome}
      environment={name}
      onOpen={run}
      pendingSince={pendingSince}
      onCancel={cancel}
      error={error}
      notSent={
        <NotDone outcome={outcome} remedies={remedies} href={hrefOf({ kind: 'environment', id, tab: 'configure' })} />
      }
    />
  )
}
