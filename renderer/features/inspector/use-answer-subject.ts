import type { DecodedToken } from '../../../electron/contract/decoded-token.ts'
import type { EnvironmentSummary } from '../../../electron/contract/environment.ts'
import { type AnswerSubject, type Introspected } from '../../../electron/wording/token-answer.ts'
import type { Outcome } from '../../queries/action.ts'
import { useEnvironments } from '../../queries/environments.ts'
import { useIntrospectPasted, useVerifyPasted } from '../../queries/verify.ts'
import { useNow } from '../../ui/use-now.ts'
import { issuerMatches, issuerOfToken } from './issuer-matches.ts'

/** All that is known of a pasted token, from which verdict and answer are made. */
export function useAnswerSubject(token: string, decoded: DecodedToken): AnswerSubject {
  const now = useNow()
  const environments = useEnvironments().data ?? []
  const { outcome } = useVerifyPasted(token)
  const asked = useIntrospectPasted(token)
  const verification = outcome?.kind === 'verified' ? outcome.verification : null
  const issuer = issuerOfToken(decoded)
  const issuerOf = issuer === null ? [] : issuerMatches(issuer, environments).exact.map(({ name }) => name)
  return { decoded, verification, issuerOf, introspected: introspectedOf(asked, environments), now }
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
