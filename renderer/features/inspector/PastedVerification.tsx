import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { KeySource } from '../../../electron/contract/verification.ts'
import { useVerifyPasted } from '../../queries/verify.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { useStateOf } from '../../ui/use-state-of.ts'
import { emptyKeyDraft, keyKindOf, keyKinds, keySourceOf } from '../../token-view/key-choice.ts'
import { VerificationRegion } from '../../token-view/VerificationRegion.tsx'
import { VerifyWith } from '../../token-view/VerifyWith.tsx'
import { NotDone } from '../../token-view/NotDone.tsx'
import { typedKeyProblem } from '../../token-view/typed-key-problem.ts'
import { JudgeSelect } from './JudgeSelect.tsx'
import { IssuerOffer } from './IssuerOffer.tsx'

interface Props {
  token: string
  decoded: DecodedToken
  environments: readonly EnvironmentSummary[]
  /** The one that is chosen to compare with, or null. */
  environment: EnvironmentSummary | null
  onJudgeBy: (environmentId: string | null) => void
}

/** Verification of a pasted token: by an environment that has its issuer, or with keys that the person brings or agrees to fetch. */
export function PastedVerification({ token, decoded, environments, environment, onJudgeBy }: Props) {
  const [draft, setDraft] = useStateOf(token, emptyKeyDraft)
  const verify = useVerifyPasted(token)
  const { outcome, input, pendingSince, progress, error, cancel, forget } = verify
  const environmentId = environment?.id ?? null
  const kinds = keyKinds(decoded, environment !== null)
  const run = (keys: KeySource, by: string | null) =>
    verify.run({ token: { kind: 'pasted', token }, environmentId: by, keys })
  const again = () => {
    const keys = keySourceOf(draft, keyKindOf(draft, kinds))
    if (keys !== null) run(keys, environmentId)
  }
  const verifyBy = (id: string) => {
    onJudgeBy(id)
    setDraft({ ...draft, kind: 'jwks' })
    run({ kind: 'jwks', fresh: false }, id)
  }
  return (
    <VerificationRegion
      verification={outcome?.kind === 'verified' ? outcome.verification : null}
      comparedWith={environments.find(({ id }) => id === input?.environmentId)?.name ?? null}
      pendingSince={pendingSince}
      progress={progress}
      onCancel={cancel}
      error={error}
      onFetchKeysAgain={() => {
        if (input !== null)
          run('fresh' in input.keys ? { ...input.keys, fresh: true } : input.keys, input.environmentId)
      }}
      notSent={<NotDone outcome={outcome} environmentId={environmentId} verb="verify" again={again} dismiss={forget} />}
    >
      <IssuerOffer
        key={token}
        decoded={decoded}
        environments={environments}
        environmentId={environmentId}
        isPending={pendingSince !== null}
        onVerifyBy={verifyBy}
        onVerifyWithKeysOf={(url) => run({ kind: 'url', url, fresh: false }, null)}
      />
      <Disclosure
        title={environment === null ? 'Another environment, or a key of your own' : 'Environment and keys'}
        open={environment !== null}
        about={token}
      >
        <VerifyWith
          draft={draft}
          onChange={setDraft}
          kinds={kinds}
          isPending={pendingSince !== null}
          problem={typedKeyProblem(outcome)}
          onVerify={(keys) => run(keys, environmentId)}
        >
          <JudgeSelect decoded={decoded} environments={environments} value={environmentId} onChange={onJudgeBy} />
        </VerifyWith>
      </Disclosure>
    </VerificationRegion>
  )
}
