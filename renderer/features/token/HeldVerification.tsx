import { useState } from 'react'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { Environment } from '../../../electron/contract/environment.ts'
import type { KeySource } from '../../../electron/contract/verification.ts'
import { hrefOf } from '../../place.ts'
import type { Action } from '../../queries/action.ts'
import { useRemedies } from '../../queries/remedies.ts'
import { useBeforeSending } from '../../ui/before-sending.ts'
import { emptyKeyDraft, keyKindOf, keyKinds, keySourceOf } from '../../token-view/key-choice.ts'
import { VerificationRegion } from '../../token-view/VerificationRegion.tsx'
import { VerifyWith } from '../../token-view/VerifyWith.tsx'
import { NotDone } from '../../token-view/NotDone.tsx'
import { typedKeyProblem } from '../../token-view/typed-key-problem.ts'

interface Props {
  environment: Environment
  decoded: DecodedToken
  verify: Action<'verifyToken'>
}

/** Verification of the token that the environment holds, by what the environment says. */
export function HeldVerification({ environment: { id, name }, decoded, verify }: Props) {
  const [draft, setDraft] = useState(emptyKeyDraft)
  const { outcome, pendingSince, error, cancel, forget } = verify
  const kinds = keyKinds(decoded, true)
  const beforeSending = useBeforeSending()
  const run = (keys: KeySource) => verify.run({ token: { kind: 'held', environmentId: id }, environmentId: id, keys })
  const start = (keys: KeySource) => beforeSending({ verb: 'verify', act: () => run(keys) })
  const again = () => {
    const keys = keySourceOf(draft, keyKindOf(draft, kinds))
    if (keys !== null) run(keys)
  }
  const remedies = useRemedies({ environmentId: id, verb: 'verify', again, dismiss: forget })
  return (
    <VerificationRegion
      verification={outcome?.kind === 'verified' ? outcome.verification : null}
      comparedWith={name}
      pendingSince={pendingSince}
      onCancel={cancel}
      error={error}
      onFetchKeysAgain={() => start({ kind: 'jwks', fresh: true })}
      notSent={
        <NotDone outcome={outcome} remedies={remedies} href={hrefOf({ kind: 'environment', id, tab: 'configure' })} />
      }
    >
      <VerifyWith
        draft={draft}
        onChange={setDraft}
        kinds={kinds}
        isPending={pendingSince !== null}
        problem={typedKeyProblem(outcome)}
        onVerify={start}
      />
    </VerificationRegion>
  )
}
