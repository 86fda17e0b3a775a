import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { OpeningKey } from '../../../electron/contract/opened-token.ts'
import type { Action } from '../../queries/action.ts'
import { EncryptedPanel } from '../../token-view/EncryptedPanel.tsx'
import { NotDone } from '../../token-view/NotDone.tsx'
import { JudgeSelect } from './JudgeSelect.tsx'

interface Props {
  token: string
  jwe: Extract<DecodedToken, { kind: 'jwe' }>
  environment: EnvironmentSummary | null
  environments: readonly EnvironmentSummary[]
  open: Action<'openToken'>
  onJudgeBy: (environmentId: string | null) => void
}

/** A pasted token that is encrypted. */
export function PastedEncrypted({ token, jwe, environment, environments, open, onJudgeBy }: Props) {
  const environmentId = environment?.id ?? null
  const { outcome, pendingSince, error, cancel, forget } = open
  const run = (key: OpeningKey) => open.run({ token: { kind: 'pasted', token }, environmentId, key })
  // Only what the environment has can be missing.
  const again = () => run({ kind: 'environment' })
  return (
    <EncryptedPanel
      jwe={jwe}
      choice={<JudgeSelect decoded={jwe} environments={environments} value={environmentId} onChange={onJudgeBy} />}
      opened={outcome}
      environment={environment?.name ?? null}
      onOpen={run}
      pendingSince={pendingSince}
      onCancel={cancel}
      error={error}
      notSent={<NotDone outcome={outcome} environmentId={environmentId} verb="open" again={again} dismiss={forget} />}
    />
  )
}
