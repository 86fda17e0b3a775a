import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import { brokenPlace } from '../../../electron/wording/decoded.ts'
import { type Introspected, tokenAnswer, tokenVerdict } from '../../../electron/wording/token-answer.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import type { Outcome } from '../../queries/action.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { takeEvidence } from '../../queries/evidence.ts'
import { useIntrospectPasted, useVerifyPasted } from '../../queries/verify.ts'
import { Banner } from '../../ui/Banner.tsx'
import { EvidenceButton } from '../../ui/EvidenceButton.tsx'
import { visible } from '../../ui/format.ts'
import { useNow } from '../../ui/use-now.ts'
import { issuerMatches, issuerOfToken } from './issuer-matches.ts'

interface Props {
  token: string
  decoded: DecodedToken
  /** The environment that it is judged by, or null. */
  environmentId: string | null
}

/** What can be said of a pasted token at once, and the answer to take along. */
export function VerdictBanner({ token, decoded, environmentId }: Props) {
  const now = useNow()
  const environments = useEnvironments().data ?? []
  const { outcome } = useVerifyPasted(token)
  const asked = useIntrospectPasted(token)
  const verification = outcome?.kind === 'verified' ? outcome.verification : null
  const issuer = issuerOfToken(decoded)
  const issuerOf = issuer === null ? [] : issuerMatches(issuer, environments).exact.map(({ name }) => name)
  const introspected = introspectedOf(asked, environments)
  const subject = { decoded, verification, issuerOf, introspected, now }
  const verdict = tokenVerdict(subject)
  const evidence = takeEvidence(() => ({
    token: { kind: 'pasted', token },
    environmentId,
    verification,
    introspection: asked.outcome,
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

/** What a server said of the token; null while it said nothing. */
function introspectedOf(
  { outcome, input, at }: Outcome<'introspectPasted'>,
  environments: readonly EnvironmentSummary[],
): Introspected | null {
  if (outcome?.kind !== 'active' && outcome?.kind !== 'inactive') return null
  const by = environments.find(({ id }) => id === input?.environmentId)?.name ?? 'an environment that is gone'
  return { active: outcome.kind === 'active', response: outcome.response, by, at }
}

const unread = ['info', 'It has no claims to read'] as const

/** Tokens without claims that anybody can read. */
const unreadable: Partial<Record<DecodedToken['kind'], readonly ['err' | 'info', string]>> = {
  opaque: ['info', 'Opaque: only its issuer knows what it grants'],
  jwe: ['info', 'Encrypted: only the holder of the key reads its claims'],
  malformed: ['err', 'Broken: this is not a valid token'],
}
