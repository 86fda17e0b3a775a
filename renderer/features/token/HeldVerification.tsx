import { ActionIcon, Button } from '@mantine/core'
import { IconChevronDown, IconShieldCheck } from '@tabler/icons-react'
import { memo, useCallback, useState } from 'react'
import { useStartVerifyHeld, useVerifyHeld } from '../../queries/verify.ts'
import { useIntent } from '../../state/intents.ts'
import { useBeforeSending } from '../../ui/before-sending.ts'
import { useStateOf } from '../../ui/use-state-of.ts'
import { emptyKeyDraft, type KeyKinds, keyKindOf, keySourceOf } from '../../token-view/key-choice.ts'
import { VerificationRegion } from '../../token-view/VerificationRegion.tsx'
import { VerifyWith } from '../../token-view/VerifyWith.tsx'
import { NotDone } from '../../token-view/NotDone.tsx'
import { typedKeyProblem } from '../../token-view/typed-key-problem.ts'
import type { KeySource } from '../../../electron/contract/verification.ts'

interface Props {
  environmentId: string
  environmentName: string
  /** Of the token that is held now. */
  exchangeId: string
  kinds: KeyKinds
}

/** Verification of the token that the environment holds, by what the environment says. */
export const HeldVerification = memo(function HeldVerification(props: Props) {
  const { environmentId, environmentName, exchangeId, kinds } = props
  // A key that was typed for one token is not kept for the next.
  const [draft, setDraft] = useStateOf(exchangeId, emptyKeyDraft)
  const { outcome, pendingSince, progress, error, cancel, forget } = useVerifyHeld(environmentId, exchangeId)
  const run = useStartVerifyHeld(environmentId)
  const beforeSending = useBeforeSending()
  const [choosesKeys, setChoosesKeys] = useState(false)
  const start = useCallback(
    (keys: KeySource) => beforeSending({ verb: 'verify', act: () => run(keys) }),
    [beforeSending, run],
  )
  useIntent(environmentId, 'verify', () => start({ kind: 'jwks', fresh: false }))
  const again = () => {
    const keys = keySourceOf(draft, keyKindOf(draft, kinds))
    if (keys !== null) run(keys)
  }
  return (
    <VerificationRegion
      verification={outcome?.kind === 'verified' ? outcome.verification : null}
      comparedWith={environmentName}
      pendingSince={pendingSince}
      progress={progress}
      onCancel={cancel}
      error={error}
      onFetchKeysAgain={() => start({ kind: 'jwks', fresh: true })}
      actions={
        <div className="split">
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={16} stroke={1.6} />}
            disabled={pendingSince !== null}
            onClick={() => start({ kind: 'jwks', fresh: false })}
          >
            Verify
          </Button>
          <ActionIcon
            variant="default"
            size={28}
            aria-label="Verify with other keys"
            aria-expanded={choosesKeys}
            onClick={() => setChoosesKeys(!choosesKeys)}
          >
            <IconChevronDown size={14} aria-hidden />
          </ActionIcon>
        </div>
      }
      notSent={<NotDone outcome={outcome} environmentId={environmentId} verb="verify" again={again} dismiss={forget} />}
    >
      {choosesKeys ? (
        <VerifyWith
          draft={draft}
          onChange={setDraft}
          kinds={kinds}
          isPending={pendingSince !== null}
          problem={typedKeyProblem(outcome)}
          onVerify={start}
        />
      ) : null}
    </VerificationRegion>
  )
})
