import type { Keys } from './verification-keys.ts'
import type { DecodedToken } from '../../../contract/decoded-token.ts'
import type { Finding } from '../../../contract/finding.ts'
import type { Check, CheckName, Verification } from '../../../contract/verification.ts'
import { checkClaims, type Expectations } from './checks.ts'
import { checkAlgorithm } from './checks/algorithm.ts'
import type { Clock } from './checks/clock.ts'
import { checkDisclosures } from './checks/disclosures.ts'
import { checkEncryption } from './checks/encryption.ts'
import { withoutBearer } from '../decode/decode.ts'
import { judged, type Judged } from './judged.ts'
import { judgeKeys } from '../keys/judge.ts'
import { checkProfile } from './profile.ts'
import { checkSignature } from './signature.ts'

/** What the token and the keys alone say; where the keys came from is added by the caller, who got them. */
export type Verified = Omit<Verification, 'keys' | 'checkedAt' | 'exchangeId'>

/**
 * Runs every check and sums them up. Only authenticity decides the verdict: an expired token can be genuine. Without
 * expectations nothing of the claims is compared but the times, with `now` (this computer's clock).
 */
export async function verifyToken(
  token: string,
  decoded: DecodedToken,
  keys: Keys,
  expected: Expectations | null,
  now: number,
): Promise<Verified> {
  const bare = withoutBearer(token)
  const findings = await findingsOf(keys)
  const summed = (checks: readonly Check[], profile: Verified['profile'] = []): Verified => ({
    verdict: verdictOf(checks),
    checks,
    profile,
    findings,
  })
  switch (decoded.kind) {
    case 'jws':
    case 'sd_jwt': {
      const { header, claims } = decoded
      const signature = await checkSignature(issuerSigned(bare), keys)
      const ofClaims = checkClaims(header, claims, expected, clockOf(expected, now))
      return summed(
        [
          decoded.kind === 'jws' ? signature : checkDisclosures(signature, decoded),
          checkAlgorithm(header, keys),
          ...ofClaims,
          ...(isBound(decoded) && !ofClaims.some(({ name }) => name === 'binding')
            ? [ended('binding', judged('key_binding_unchecked'))]
            : []),
        ],
        checkProfile(header, claims, expected),
      )
    }
    case 'signed_content':
      return summed([
        await checkSignature(bare, keys),
        checkAlgorithm(decoded.header, keys),
        ...claimChecks.map((name) => ended(name, judged(decoded.nested === undefined ? 'no_claims' : 'nested_claims'))),
      ])
    case 'jwe':
      return summed([checkEncryption(bare), ended('signature', judged('token_jwe'))])
    case 'malformed': {
      const reason = decoded.reason === 'no_token' ? 'token_none' : 'token_malformed'
      return summed([ended('signature', judged(decoded.format === undefined ? reason : 'token_paseto_damaged'))])
    }
    case 'paseto':
    case 'opaque':
    case 'empty':
      return summed([ended('signature', judged(`token_${decoded.kind}`))])
  }
}

/** Whether somebody proves to hold a key with it. @see RFC 9901 §4.3 */
const isBound = (decoded: DecodedToken) => decoded.kind === 'sd_jwt' && decoded.keyBinding !== null

const claimChecks = ['type', 'issuer', 'audience', 'times', 'scope'] as const

/** The JWT of an SD-JWT; disclosures and key binding follow it. @see RFC 9901 §4 */
function issuerSigned(token: string): string {
  const end = token.indexOf('~')
  return end === -1 ? token : token.slice(0, end)
}

function clockOf(expected: Expectations | null, now: number): Clock {
  return expected === null ? { now, offset: null } : { now: expected.serverNow, offset: expected.clockOffset ?? null }
}

async function findingsOf(keys: Keys): Promise<readonly Finding[]> {
  switch (keys.kind) {
    case 'keys':
      return keys.findings ?? (await judgeKeys(keys.keys.keys)).findings
    case 'shared_secrets':
      return keys.findings ?? []
    case 'secret':
    case 'none':
      return []
  }
}

const ended = (name: CheckName, how: Judged): Check => ({ name, ...how })

function verdictOf(checks: readonly Check[]): Verification['verdict'] {
  const hasFailed = (wanted: CheckName) => checks.some(({ name, result }) => name === wanted && result === 'failed')
  if (hasFailed('signature') || hasFailed('algorithm')) return 'not_genuine'
  if (hasFailed('issuer')) return 'other_issuer'
  const signature = checks.find(({ name }) => name === 'signature')
  return signature?.result === 'passed' ? 'genuine' : 'undetermined'
}
