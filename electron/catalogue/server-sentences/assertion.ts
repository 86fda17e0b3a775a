import type { SentenceRule } from './entry.ts'

const source = 'words that several servers use'
const steps = ['token', 'introspection', 'revocation'] as const
/** Not beside an error of another proof, such as DPoP. */
const errors = ['', 'invalid_client', 'invalid_grant', 'invalid_request', 'unauthorized_client', 'unauthorized']
const said = { steps, errors, source, confidence: 'certain' } as const
const methods = ['private_key_jwt', 'client_secret_jwt', 'client_assertion_file'] as const
const ofKey = { ...said, methods: ['private_key_jwt', 'client_assertion_file'] } as const
const ofJwt = { ...said, methods } as const
const likely = { ...ofJwt, confidence: 'likely' } as const

const signature =
  /signature\b[^.]{0,60} (?:invalid|not valid|fail|mismatch|not match|incorrect|wrong)|(?:invalid|bad|wrong)[^.]{0,30} signature|(?:signature|assertion|jwt)[^.]{0,40} (?:could not be|cannot be|not be|not) verified|(?:verify|validate|validating|verifying) (?:the )?(?:jwt |client )?(?:assertion |jwt )?signature|failed signature/i

/** What servers say of a client assertion. Whether it is within its time is seen in the assertion itself. */
export const assertionSentences: readonly SentenceRule[] = [
  { ...ofKey, pattern: signature, cause: 'key_not_registered' },
  { ...ofJwt, methods: ['client_secret_jwt'], pattern: signature, cause: 'wrong_secret', evidence: { isSaid: 'yes' } },
  {
    ...ofKey,
    confidence: 'likely',
    pattern:
      /\b(?:no|not find|unable to (?:find|load|get|retrieve)|cannot find|failed to (?:find|load|fetch|retrieve))[^.]{0,40} (?:keys?|jwks?|certificate)\b|(?:key|jwks?|certificate|thumbprint)\b[^.]{0,40} not (?:be )?(?:found|registered|known)/i,
    cause: 'key_not_registered',
  },
  {
    ...ofKey,
    pattern:
      /\bkid\b[^.]{0,60} (?:invalid|unknown|not (?:be )?found|missing|required|not match|not present)|(?:invalid|unknown|missing|no|unrecognized)[^.]{0,20} (?:kid|key id)\b/i,
    cause: 'assertion_kid_missing',
  },
  {
    ...ofJwt,
    pattern:
      /\baud(?:ience)?\b[^.]{0,100} (?:assertion|jwt|claim|endpoint|issuer)|(?:assertion|jwt)\b[^.]{0,80} \(?aud(?:ience)?\b|\b(?:aud|audience)\b[^.]{0,20} (?:mismatch|(?:does not|did not|doesn't) match|invalid|not accepted|wrong)|\b(?:invalid|wrong|unexpected) aud(?:ience)?\b/i,
    cause: 'assertion_audience',
  },
  {
    ...ofJwt,
    confidence: 'likely',
    pattern:
      /too far in(?:to)? the future|lifetime[^.]{0,40} (?:too long|exceed|longer|maximum|greater|more)|(?:exp|expiration|expiry|lifetime|validity)\b[^.]{0,60} (?:exceeds?|too long|(?:no |not )?more than|longer than|at most|maximum)/i,
    cause: 'assertion_lifetime',
  },
  {
    ...likely,
    pattern:
      /(?:assertion|jwt|token|\bexp\b)[^.]{0,60} expired|expired[^.]{0,40} (?:assertion|jwt)|not yet valid|(?:not )?within its valid|\b(?:iat|nbf|exp)\b[^.]{0,60} (?:past|future|expired|earlier|later)/i,
    cause: 'assertion_expired',
  },
  {
    ...ofJwt,
    pattern:
      /(?:\biss\b|\bsub\b|\bsubject\b|issuer claim)[^.]{0,80} (?:client[_ ]?id|match|equal|same|invalid|mismatch|missing|required|must be)/i,
    cause: 'assertion_subject',
  },
  {
    ...ofJwt,
    pattern:
      /\balg(?:orithm)?\b[^.]{0,60} (?:not|unsupported|invalid|mismatch|but|must)|(?:unsupported|unexpected|invalid)[^.]{0,30} alg(?:orithm)?\b/i,
    cause: 'assertion_algorithm',
  },
  {
    ...ofJwt,
    pattern:
      /\bjti\b[^.]{0,60} (?:used|replay|reuse|already|seen|known)|(?:assertion|jwt)\b[^.]{0,40} (?:(?:already|been) used|used once)|\breplay|\b(?:duplicate|reused) jti\b/i,
    cause: 'assertion_reused',
  },
  {
    ...ofJwt,
    pattern: /\bjti\b[^.]{0,60} (?:missing|required|must be)|missing[^.]{0,30} jti\b/i,
    cause: 'assertion_malformed',
    evidence: { is: 'claim', missing: 'jti' },
  },
  {
    ...likely,
    pattern:
      /(?:assertion|jwt)\b[^.]{0,60} (?:malformed|not a valid jwt|be parsed|be decoded|not a jwt|format)|(?:parse|decode)[^.]{0,40} (?:assertion|jwt)\b|\bmalformed (?:client |jwt )?(?:assertion|jwt)\b/i,
    cause: 'assertion_malformed',
  },
  {
    steps,
    confidence: 'likely',
    pattern: /Token must be a short-lived token/,
    cause: 'assertion_lifetime',
    evidence: { most: '3600' },
    source: 'Google: developers.google.com/identity/protocols/oauth2/service-account',
  },
  {
    steps,
    confidence: 'likely',
    pattern: /Invalid JWT Signature/,
    cause: 'key_not_registered',
    source: 'Google: developers.google.com/identity/protocols/oauth2/service-account',
  },
]
