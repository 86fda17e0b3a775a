import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import type { KeySource, Verification } from '../../contract/verification.ts'
import type { CurrentEnvironment, EnvironmentDeps } from '../environment/current-environment.ts'
import type { Flow } from '../core-context.ts'
import { forgetOneTimeSecrets } from '../environment/forget.ts'
import { notPrepared, type Prepared } from '../environment/problems.ts'
import { verifyToken as judgeToken } from '../token/verify/verify.ts'
import type { Keys } from '../token/verify/verification-keys.ts'
import { type ExpectationDeps, expectationsOf } from './expectations.ts'
import type { KeySetDeps } from './key-sets.ts'
import { type UnwrappedJwt, unwrapNestedJwt } from './nested-jwt.ts'
import type { ReferredToken } from './resolve-token.ts'
import { type GivenKeys, givenKeys, noKeys } from './verification-keys.ts'
import { judgeWithKeys } from './verify-with-refetch.ts'

export type VerifyDeps = EnvironmentDeps & ExpectationDeps & KeySetDeps

interface TokenAndEnvironment {
  token: ReferredToken
  environment: CurrentEnvironment | null
}

/** Checks a token, held or pasted, or the one within it. It is sent nowhere. */
export async function verifyToken(
  deps: VerifyDeps,
  { token, environment }: TokenAndEnvironment,
  source: KeySource,
  flow: Flow,
): Promise<Prepared<Verification>> {
  const [given, unwrapped] = await Promise.all([
    givenKeys(deps, environment, source, flow.signal),
    unwrapNestedJwt(deps, environment, token, flow.signal),
  ])
  if (!given.ok || !unwrapped.ok) {
    return notPrepared(...distinct([given, unwrapped].flatMap((part) => (part.ok ? [] : part.problems))))
  }
  const verification = await judged(deps, { token, environment }, unwrapped.value, given.value, flow)
  // What was asked for was for this once, though no request went out.
  const isAsked = source.kind === 'client_secret' || token.decoded.kind === 'jwe'
  if (verification.ok && isAsked) forgetOneTimeSecrets(deps.session, environment?.id ?? null)
  return verification
}

async function judged(
  deps: VerifyDeps,
  { token, environment }: TokenAndEnvironment,
  unwrapped: UnwrappedJwt,
  given: GivenKeys,
  flow: Flow,
): Promise<Prepared<Verification>> {
  if (unwrapped.kind === 'nothing_to_verify') {
    const { checks } = unwrapped
    const nothing = { verdict: 'undetermined', profile: [], keys: null, findings: [], exchangeId: null } as const
    return { ok: true, value: { ...nothing, checks, checkedAt: deps.now() } }
  }
  const expected = environment === null ? null : await expectationsOf(deps, environment, token, flow.signal)
  const judge = async (keys: Keys) => {
    const judgement = await judgeToken(unwrapped.token, unwrapped.decoded, keys, expected, deps.now())
    return { judgement, signature: judgement.checks.find(({ name }) => name === 'signature') }
  }
  const result = await judgeWithKeys(deps, isSigned(unwrapped.decoded) ? given : noKeys, flow, judge)
  if (!result.ok) return result
  const { judgement, used, findings, exchangeId } = result.value
  return {
    ok: true,
    value: {
      ...judgement,
      checks: [...unwrapped.checks, ...judgement.checks],
      keys: used,
      findings: [...findings, ...judgement.findings],
      checkedAt: deps.now(),
      exchangeId,
    },
  }
}

/** What a key of JOSE can verify. */
const isSigned = ({ kind }: DecodedToken): boolean => kind === 'jws' || kind === 'signed_content' || kind === 'sd_jwt'

/** The client secret may be missing to verify with and to open with. */
function distinct(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.filter(({ field }, index) => problems.findIndex((problem) => problem.field === field) === index)
}
