import { problem, problemAt } from '../problem.ts'
import type { Api } from '../../contract/calls.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { FieldProblem } from '../../contract/problem.ts'
import type { TokenReference, Verification } from '../../contract/verification.ts'
import { readOpeningKeys } from '../token/decrypt/open.ts'
import { type Keys, verifyToken } from '../token/verify/verify.ts'
import {
  type CallContext,
  type CoreContext,
  findEnvironment,
  type CurrentEnvironment,
} from '../environment/current-environment.ts'
import { expectationsOf } from '../flow/expectations.ts'
import { type UnwrappedJwt, unwrapNestedJwt } from '../flow/nested-jwt.ts'
import { type GivenKeys, givenKeys, noKeys } from '../flow/verification-keys.ts'
import { judgeWithKeys } from '../flow/verify-with-refetch.ts'
import { type MaterialsFor, openLayers } from '../flow/opening.ts'
import { environmentMaterials } from '../flow/opening-materials.ts'
import { environmentGone, noPreviousToken, notPrepared, noToken, type Prepared } from '../environment/problems.ts'
import { type ReferredToken, resolveToken } from '../flow/resolve-token.ts'

type VerifyingCalls = Pick<Api<CallContext>, 'verifyToken' | 'openToken'>

/** Checks and opens tokens: those that environments hold, and pasted ones. They are sent nowhere. */
export function verifyingCalls(core: CoreContext): VerifyingCalls {
  return {
    verifyToken: async ({ token: reference, environmentId, keys: source }, context) => {
      const about = aboutOf(core, reference, environmentId)
      if (!about.ok) return notSent(about.problems)
      const { token, environment } = about.value
      const [given, unwrapped] = await Promise.all([
        givenKeys(core, environment, source, context.signal),
        unwrapNestedJwt(core, environment, token, context.signal),
      ])
      if (!given.ok || !unwrapped.ok) {
        return notSent(distinct([given, unwrapped].flatMap((part) => (part.ok ? [] : part.problems))))
      }
      const verification = await verified(core, about.value, unwrapped.value, given.value, context)
      if (!verification.ok) return notSent(verification.problems)
      if (source.kind === 'client_secret' || token.decoded.kind === 'jwe') forgetOneTimeSecrets(core, environment)
      return { kind: 'verified', verification: verification.value }
    },

    openToken: async ({ token: reference, environmentId, key }, { signal }) => {
      const about = aboutOf(core, reference, environmentId)
      if (!about.ok) return notSent(about.problems)
      const { token, environment } = about.value
      const { accessToken, decoded } = token
      if (decoded.kind !== 'jwe') return { kind: 'closed', reason: 'token_not_encrypted', evidence: {} }
      const materials = key.kind === 'key' ? typedMaterials(key.text) : ownMaterials(core, environment, signal)
      const opening = materials.ok ? await openLayers(accessToken, decoded.header, materials.value) : materials
      if (!opening.ok) return notSent(opening.problems)
      if (key.kind === 'environment') forgetOneTimeSecrets(core, environment)
      if (opening.value.kind === 'closed') return opening.value
      const { by, text, decoded: inner, claims } = opening.value
      return { kind: 'opened', by, inner, innerToken: reference.kind === 'pasted' ? text : null, claims }
    },
  }
}

interface About {
  token: ReferredToken
  environment: CurrentEnvironment | null
}

function aboutOf(core: CoreContext, reference: TokenReference, environmentId: string | null): Prepared<About> {
  const token = resolveToken(core, reference)
  if (token === null) return notPrepared(reference.kind === 'previous' ? noPreviousToken : noToken)
  const environment = environmentId === null ? null : findEnvironment(core, environmentId)
  if (environmentId !== null && environment === null) return notPrepared(environmentGone)
  return { ok: true, value: { token, environment } }
}

async function verified(
  core: CoreContext,
  { token, environment }: About,
  unwrapped: UnwrappedJwt,
  given: GivenKeys,
  context: CallContext,
): Promise<Prepared<Verification>> {
  if (unwrapped.kind === 'nothing_to_verify') {
    const { checks } = unwrapped
    const nothing = { verdict: 'undetermined', profile: [], keys: null, findings: [], exchangeId: null } as const
    return { ok: true, value: { ...nothing, checks, checkedAt: core.ports.now() } }
  }
  const expected = environment === null ? null : await expectationsOf(core, environment, token, context.signal)
  const judge = async (keys: Keys) => {
    const judgement = await verifyToken(unwrapped.token, unwrapped.decoded, keys, expected, core.ports.now())
    return { judgement, signature: judgement.checks.find(({ name }) => name === 'signature') }
  }
  const judged = await judgeWithKeys(core, isSigned(unwrapped.decoded) ? given : noKeys, context, judge)
  if (!judged.ok) return judged
  const { judgement, used, findings, exchangeId } = judged.value
  return {
    ok: true,
    value: {
      ...judgement,
      checks: [...unwrapped.checks, ...judgement.checks],
      keys: used,
      findings: [...findings, ...judgement.findings],
      checkedAt: core.ports.now(),
      exchangeId,
    },
  }
}

/** What a key of JOSE can verify. */
const isSigned = ({ kind }: DecodedToken): boolean => kind === 'jws' || kind === 'signed_content' || kind === 'sd_jwt'

function typedMaterials(text: string): Prepared<MaterialsFor> {
  const materials = readOpeningKeys(text)
  return materials.length === 0
    ? notPrepared(problemAt('key.text', problem('opening_key_unreadable')))
    : { ok: true, value: async () => ({ materials, problems: [] }) }
}

function ownMaterials(
  core: CoreContext,
  environment: CurrentEnvironment | null,
  signal: AbortSignal,
): Prepared<MaterialsFor> {
  return environment === null
    ? notPrepared(problemAt('environmentId', problem('environment_of_key_missing')))
    : { ok: true, value: (header) => environmentMaterials(core, environment, header, signal) }
}

/** What was asked for was for this once, though no request went out. */
function forgetOneTimeSecrets({ session }: CoreContext, environment: CurrentEnvironment | null): void {
  if (environment !== null && environment.id !== null) session.oneTimeSecrets.delete(environment.id)
}

/** The client secret may be missing to verify with and to open with. */
function distinct(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.filter(({ field }, index) => problems.findIndex((problem) => problem.field === field) === index)
}

const notSent = (problems: readonly FieldProblem[]) => ({ kind: 'not_sent', problems }) as const
