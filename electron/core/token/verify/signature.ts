import { calculateJwkThumbprint } from 'jose'
import type { JsonObject } from '../../../contract/json-object.ts'
import { memberOf } from '../../../common/json-source.ts'
import type { Check } from '../../../contract/verification.ts'
import { signingAlgorithms } from '../algorithms.ts'
import type { Keys } from './verification-keys.ts'
import { type Candidate, type Selection, selectKeys } from '../keys/select.ts'
import { bytesOf } from '../keys/shape.ts'
import { readJws } from '../rejections/jws.ts'
import { type Rejection, withEvidence } from '../rejections/rejection.ts'
import { shown } from '../shown.ts'
import { wrongLength } from '../rejections/signature-length.ts'
import { oddThumbprint } from '../rejections/thumbprint.ts'
import { rejectSecretLength } from '../rejections/secret-length.ts'
import { judged, type Judged } from './judged.ts'
import { type Trial, tryKey, trySecret } from '../decrypt/try-key.ts'

/** Header parameters that offer a key: whoever wrote the token chose it, so that it proves nothing. @see RFC 7515 §10.1, RFC 8725 §3.10 */
const offered = ['jwk', 'jku', 'x5u', 'x5c']

/** Verifies a JWS in compact form with these keys only; what its own header offers is named and not followed. */
export async function checkSignature(token: string, keys: Keys): Promise<Check> {
  const jws = readJws(token)
  const verdict: Judged = jws.ok ? await verifyWith(token, jws, keys) : { result: 'failed', ...jws.rejection }
  const aside = { ...ignoredOf(jws.header), ...oddThumbprint(jws.header) }
  return { name: 'signature', ...withEvidence(verdict, aside) }
}

/** The offers in a header that were passed over. */
export function ignoredOf(header: JsonObject | null): { ignored?: string } {
  const names = header === null ? [] : offered.filter((name) => memberOf(header, name) !== undefined)
  return names.length === 0 ? {} : { ignored: names.join(', ') }
}

async function verifyWith(token: string, named: { alg: string; kid: string | null }, keys: Keys): Promise<Judged> {
  const { alg, kid } = named
  switch (keys.kind) {
    case 'none':
      return judged(keys.reason)
    case 'secret': {
      const algorithm = signingAlgorithms.get(alg)
      if (algorithm === undefined) return unsupported(alg)
      const least = algorithm.hmacBytes
      return least === null
        ? judged('public_key_needed', { alg })
        : verifyHmac(token, { alg, ...(kid !== null && { kid: shown(kid) }) }, keys.secret, least)
    }
    case 'shared_secrets':
    case 'keys': {
      const selection = selectKeys(keys.keys.keys, named, keys.kind === 'shared_secrets')
      if (selection.kind === 'keys') return verifyWithAny(token, named, selection)
      const { result, reason, evidence } = selection
      return { result, reason, evidence }
    }
  }
}

async function verifyWithAny(
  token: string,
  { alg, kid }: { alg: string; kid: string | null },
  { candidates, count, passedOver }: Extract<Selection, { kind: 'keys' }>,
): Promise<Judged> {
  const tried = candidates.length > 1 ? { tried: String(candidates.length) } : {}
  const trials: Judged[] = []
  for (const candidate of candidates) {
    const verdict = await verifyWithOne(token, alg, candidate)
    if (verdict.result === 'passed' || verdict.reason === 'secret_short') {
      return withEvidence(verdict, tried)
    }
    trials.push(verdict)
  }
  if (count > candidates.length) {
    return judged('key_too_many', { alg, tried: String(candidates.length), count: String(count) })
  }
  const odd = trials.find(({ reason }) => reason !== 'signature_invalid') ?? (passedOver && notPossible(passedOver))
  const named = kid === null ? {} : { kid: shown(kid) }
  if (odd !== undefined && odd !== null) return odd
  const length = ofAnotherLength(token, alg, candidates)
  const failure: Judged = length === null ? judged('signature_invalid', { alg }) : { result: 'failed', ...length }
  return withEvidence(failure, { ...named, ...tried })
}

/** Of RSA, every signature is as long as the modulus of its key. @see RFC 8017 §8.1.1, §8.2.1 */
function ofAnotherLength(token: string, alg: string, candidates: readonly Candidate[]): Rejection | null {
  const lengths = [...new Set(candidates.map(({ members }) => bytesOf(members['n'] ?? null)?.length ?? 0))]
  const signature = Buffer.from(token.slice(token.lastIndexOf('.') + 1), 'base64url')
  const isRsa = candidates.every(({ kty }) => kty === 'RSA')
  return isRsa && !lengths.includes(signature.length) ? wrongLength(alg, signature, lengths) : null
}

async function verifyWithOne(token: string, alg: string, candidate: Candidate): Promise<Judged> {
  const { kid, kty, members } = candidate
  const least = signingAlgorithms.get(alg)?.hmacBytes ?? null
  const named = { alg, ...(kid !== null && { kid: shown(kid) }) }
  if (least !== null) return verifyHmac(token, named, bytesOf(members['k'] ?? '') ?? new Uint8Array(), least)
  const evidence = kid === null ? { ...named, thumbprint: await calculateJwkThumbprint({ kty, ...members }) } : named
  return verdictOf(await tryKey(token, alg, candidate), evidence)
}

/** What fits a secret that is too short proves little: whoever has one token can guess such a secret. */
async function verifyHmac(
  token: string,
  evidence: { alg: string; kid?: string },
  secret: Uint8Array,
  least: number,
): Promise<Judged> {
  const verdict = verdictOf(await trySecret(token, evidence.alg, secret), evidence)
  const rejection = verdict.result === 'passed' ? rejectSecretLength(secret.length, least) : null
  return rejection === null ? verdict : withEvidence(notPossible(rejection), evidence)
}

function verdictOf(trial: Trial, evidence: { alg: string; kid?: string; thumbprint?: string }): Judged {
  switch (trial) {
    case 'valid':
      return judged('signature_valid', evidence)
    case 'invalid':
      return judged('signature_invalid', evidence)
    case 'damaged':
      return judged('key_damaged', evidence)
    case 'unsupported':
      return unsupported(evidence.alg)
  }
}

const notPossible = (rejection: Rejection): Judged => ({ result: 'not_possible', ...rejection })
const unsupported = (alg: string): Judged => judged('signature_unsupported', { alg: shown(alg) })
