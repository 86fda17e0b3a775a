import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { OpeningKey } from '../../../electron/contract/opened-token.ts'
import type { Action } from '../../queries/action.ts'
import { EncryptedPanel } from '../../token-view/EncryptedPanel.tsx'
import { NotDone } from '../../token-view/NotDone.tsx'

interface Props {
  environmentId: string
  environmentName: string
  jwe: Extract<DecodedToken, { kind: 'jwe' }>
  open: Action<'openToken'>
}

/** An encrypted token that the environment holds. */
export function HeldEncrypted({ environmentId: id, environmentName, jwe, open }: Props) {
  const { outcome, pendingSince, error, cancel, forget } = open
  const run = (key: OpeningKey) => open.run({ token: { kind: 'held', environmentId: id }, environmentId: id, key })
  return (
    <EncryptedPanel
      jwe={jwe}
      opened={outcome}
      environment={environmentName}
      onOpen={run}
      pendingSince={pendingSince}
      onCancel={cancel}
      error={error}
      notSent={
        <NotDone
          outcome={outcome}
          environmentId={id}
          verb="open"
          // Only what the environment has can be missing.
          again={() => run({ kind: 'environment' })}
          dismiss={forget}
        />
      }
    />
  )
}
