import type { Api } from '../../contract/calls.ts'
import type { DecodedToken } from '../../contract/decoded-token.ts'
import type { FieldProblem } from '../../contract/finding.ts'
import type { TokenReference, Verification } from '../../contract/verification.ts'
import { readOpeningKeys } from '../token/decrypt/open.ts'
import { type Keys, verifyToken } from '../token/verify/verify.ts'
import { type CallContext, type Desk, findSubject, type Subject } from '../environment/desk.ts'
import { expectationsOf } from '../flow/expectations.ts'
import { type Inside, insideOf } from '../flow/nested-jwt.ts'
import { type GivenKeys, givenKeys, noKeys } from '../flow/verification-keys.ts'
import { judgeWithKeys } from '../flow/verify-with-refetch.ts'
import { type MaterialsFor, openLayers } from '../flow/opening.ts'
import { environmentMaterials } from '../flow/opening-materials.ts'
import { environmentGone, noEarlierToken, notReady, noToken, type Ready } from '../environment/problems.ts'
import { type ReferredToken, tokenOf } from '../flow/resolve-token.ts'

type VerifyingCalls = Pick<Api<CallContext>, 'verifyToken' | 'openToken'>

/** Checks and opens tokens: those that environments hold, and pasted ones. They are sent nowhere. */
export function verifyingCalls(desk: Desk): VerifyingCalls {
  return {
    verifyToken: async ({ token: reference, environmentId, keys: source }, context) => {
      const about = aboutOf(desk, reference, environmentId)
      if (!about.ok) return notSent(about.problems)
      const { token, subject } = about.value
      const [given, inside] = await Promise.all([
        givenKeys(desk, subject, source, context.signal),
        insideOf(desk, subject, token, context.signal),
      ])
      if (!given.ok || !inside.ok) {
        return notSent(distinct([given, inside].flatMap((part) => (part.ok ? [] : part.problems))))
      }
      const verification = await verified(desk, about.value, inside.value, given.value, context)
      if (!verification.ok) return notSent(verification.problems)
      if (source.kind === 'client_secret' || token.decoded.kind === 'jwe') forgetAnswers(desk, subject)
      return { kind: 'verified', verification: verification.value }
    },

    openToken: async ({ token: reference, environmentId, key }, { signal }) => {
      const about = aboutOf(desk, reference, environmentId)
      if (!about.ok) return notSent(about.problems)
      const { token, subject } = about.value
      const { accessToken, decoded } = token
      if (decoded.kind !== 'jwe') return { kind: 'closed', reason: 'token_not_encrypted', evidence: {} }
      const materials = key.kind === 'key' ? typedMaterials(key.text) : ownMaterials(desk, subject, signal)
      const opening = materials.ok ? await openLayers(accessToken, decoded.header, materials.value) : materials
      if (!opening.ok) return notSent(opening.problems)
      if (key.kind === 'environment') forgetAnswers(desk, subject)
      if (opening.value.kind === 'closed') return opening.value
      const { by, text, decoded: inner, claims } = opening.value
      return { kind: 'opened', by, inner, innerToken: reference.kind === 'pasted' ? text : null, claims }
    },
  }
}

interface About {
  token: ReferredToken
  subject: Subject | null
}

function aboutOf(desk: Desk, reference: TokenReference, environmentId: string | null): Ready<About> {
  const token = tokenOf(desk, reference)
  if (token === null) return notReady(reference.kind === 'previous' ? noEarlierToken : noToken)
  const subject = environmentId === null ? null : findSubject(desk, environmentId)
  if (environmentId !== null && subject === null) return notReady(environmentGone)
  return { ok: true, value: { token, subject } }
}

async function verified(
  desk: Desk,
  { token, subject }: About,
  inside: Inside,
  given: GivenKeys,
  context: CallContext,
): Promise<Ready<Verification>> {
  if (inside.kind === 'nothing_to_verify') {
    const { checks } = inside
    const nothing = { verdict: 'undetermined', profile: [], keys: null, findings: [], exchangeId: null } as const
    return { ok: true, value: { ...nothing, checks, checkedAt: desk.ports.now() } }
  }
  const expected = subject === null ? null : await expectationsOf(desk, subject, token, context.signal)
  const judge = async (keys: Keys) => {
    const judgement = await verifyToken(inside.token, inside.decoded, keys, expected, desk.ports.now())
    return { judgement, signature: judgement.checks.find(({ name }) => name === 'signature') }
  }
  const judged = await judgeWithKeys(desk, isSigned(inside.decoded) ? given : noKeys, context, judge)
  if (!judged.ok) return judged
  const { judgement, used, findings, exchangeId } = judged.value
  return {
    ok: true,
    value: {
      ...judgement,
      checks: [...inside.checks, ...judgement.checks],
      keys: used,
      findings: [...findings, ...judgement.findings],
      checkedAt: desk.ports.now(),
      exchangeId,
    },
  }
}

/** What a key of JOSE can verify. */
const isSigned = ({ kind }: DecodedToken): boolean => kind === 'jws' || kind === 'signed_content' || kind === 'sd_jwt'

function typedMaterials(text: string): Ready<MaterialsFor> {
  const materials = readOpeningKeys(text)
  return materials.length === 0
    ? notReady({ field: 'key.text', message: noOpeningKey })
    : { ok: true, value: async () => ({ materials, problems: [] }) }
}

function ownMaterials(desk: Desk, subject: Subject | null, signal: AbortSignal): Ready<MaterialsFor> {
  return subject === null
    ? notReady({ field: 'environmentId', message: 'Choose the environment whose key opens it.' })
    : { ok: true, value: (header) => environmentMaterials(desk, subject, header, signal) }
}

/** What was asked for was for this once, though no request went out. */
function forgetAnswers({ session }: Desk, subject: Subject | null): void {
  if (subject !== null && subject.id !== null) session.answers.delete(subject.id)
}

/** The client secret may be missing to verify with and to open with. */
function distinct(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.filter(({ field }, index) => problems.findIndex((problem) => problem.field === field) === index)
}

const notSent = (problems: readonly FieldProblem[]) => ({ kind: 'not_sent', problems }) as const

const noOpeningKey =
  'This is no key that can open a token. Accepted are a private key as PEM or JWK, whole and without a passphrase, and a shared secret.'
