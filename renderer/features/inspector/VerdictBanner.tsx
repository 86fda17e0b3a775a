import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import { brokenPlace } from '../../../electron/wording/decoded.ts'
import { tokenAnswer, tokenVerdict } from '../../../electron/wording/token-answer.ts'
import { takeEvidence } from '../../queries/evidence.ts'
import { useIntrospectPasted } from '../../queries/verify.ts'
import { Banner } from '../../ui/Banner.tsx'
import { EvidenceButton } from '../../ui/EvidenceButton.tsx'
import { visible } from '../../../electron/common/visible.ts'
import { useAnswerSubject } from './use-answer-subject.ts'

interface Props {
  token: string
  decoded: DecodedToken
  /** The environment that it is judged by, or null. */
  environmentId: string | null
}

/** What can be said of a pasted token at once, and the answer to take along. */
export function VerdictBanner({ token, decoded, environmentId }: Props) {
  const subject = useAnswerSubject(token, decoded)
  const introspection = useIntrospectPasted(token).outcome
  const verdict = tokenVerdict(subject)
  const { verification } = subject
  const evidence = takeEvidence(() => ({
    token: { kind: 'pasted', token },
    environmentId,
    verification,
    introspection,
  }))
  if (verdict === null) {
    const [tone, title] = unreadable[decoded.kind] ?? unread
    const reason = decoded.kind === 'malformed' ? brokenPlace(decoded) : ''
    return <Banner tone={tone} title={title} reason={reason} acts={<EvidenceButton {...evidence} />} />
  }
  return (
    <Banner
      tone={verdict.tone}
      title={visible(verdict.title)}
      reason={visible(verdict.reason)}
      acts={<EvidenceButton {...evidence} answer={visible(tokenAnswer(subject))} />}
    />
  )
}

const unread = ['info', 'It has no claims to read'] as const

/** Tokens without claims that anybody can read. */
const unreadable: Partial<Record<DecodedToken['kind'], readonly ['err' | 'info', string]>> = {
  opaque: ['info', 'Opaque: only its issuer knows what it grants'],
  jwe: ['info', 'Encrypted: only the holder of the key reads its claims'],
  malformed: ['err', 'Broken: this is not a valid token'],
}
