import { Stack } from '@mantine/core'
import { memo } from 'react'
import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import { sendableToken } from '../../../electron/vocabulary/token-rules.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { useOpenPasted } from '../../queries/verify.ts'
import { DecodedView } from '../../token-view/DecodedView.tsx'
import { OpenedView } from '../../token-view/OpenedView.tsx'
import { AnswerText } from './AnswerText.tsx'
import { PastedEncrypted } from './PastedEncrypted.tsx'
import { PastedIntrospection } from './PastedIntrospection.tsx'
import { PastedVerification } from './PastedVerification.tsx'

interface Props {
  token: string
  decoded: DecodedToken
  /** The environment that it is judged by, or null. */
  environmentId: string | null
  onJudgeBy: (environmentId: string | null) => void
}

/**
 * A pasted token: whether it can be trusted, and what it says. Once a JWE is opened, what was inside takes its place. What
 * is typed above it does not draw it again.
 */
export const PastedToken = memo(function PastedToken({ token, decoded, environmentId, onJudgeBy }: Props) {
  const environments = useEnvironments().data ?? []
  const environment = environments.find(({ id }) => id === environmentId) ?? null
  const open = useOpenPasted(token)
  const opened = open.outcome?.kind === 'opened' ? open.outcome : null
  const readable = opened?.inner ?? decoded
  const said =
    opened === null ? (
      <DecodedView decoded={decoded} clockOffset={null} />
    ) : (
      <OpenedView opened={opened} clockOffset={null} />
    )
  const asking = isAskable(token, decoded) ? (
    <PastedIntrospection token={token} decoded={decoded} environments={environments} judge={environmentId} />
  ) : null
  if (decoded.kind !== 'jwe' && !canBeVerified(decoded)) {
    return (
      <Stack gap={14} className="pasted-said">
        {said}
        {asking}
      </Stack>
    )
  }
  return (
    <>
      <Stack gap={14} className="pasted-trust">
        {decoded.kind === 'jwe' ? (
          <PastedEncrypted
            key={token}
            token={token}
            jwe={decoded}
            environment={environment}
            environments={environments}
            open={open}
            onJudgeBy={onJudgeBy}
          />
        ) : null}
        {canBeVerified(readable) ? (
          <PastedVerification
            token={opened?.innerToken ?? token}
            decoded={readable}
            environments={environments}
            environment={environment}
            onJudgeBy={onJudgeBy}
          />
        ) : null}
        {asking}
        <AnswerText token={token} decoded={decoded} />
      </Stack>
      <Stack gap={14} className="pasted-said">
        {said}
      </Stack>
    </>
  )
})

/** A server can be asked about what can be sent; what is broken is no token of anybody. */
const isAskable = (token: string, { kind }: DecodedToken): boolean =>
  sendableToken.test(token) && kind !== 'malformed' && kind !== 'empty'

/** What is no JWS has no signature that could be looked at; that of a JWE is inside. */
function canBeVerified({ kind }: DecodedToken): boolean {
  return kind === 'jws' || kind === 'signed_content' || kind === 'sd_jwt'
}
