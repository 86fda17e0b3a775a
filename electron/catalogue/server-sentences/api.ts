import type { SentenceRule } from './entry.ts'

const api = { steps: ['api'], confidence: 'certain' } as const
const likely = { ...api, confidence: 'likely' } as const
const readable = ['jws', 'sd_jwt', 'signed_content'] as const
const libraries = 'jsonwebtoken, jose, PyJWT, golang-jwt, jjwt, Spring Security, Nimbus: their error messages'
const microsoft = 'Microsoft.IdentityModel (IDX…): github.com/AzureAD/azure-activedirectory-identitymodel-extensions'
const idx = { ...api, isNumber: true, source: microsoft } as const
const envoy = 'Envoy jwt_authn, Istio: github.com/google/jwt_verify_lib/blob/master/src/status.cc'

/** What APIs and the gateways in front of them say of times, keys and the shape of a token. */
const tokens: readonly SentenceRule[] = [
  { ...idx, pattern: /IDX10223\b/, cause: 'token_expired' },
  { ...idx, pattern: /IDX10222\b/, cause: 'token_not_yet_valid' },
  { ...idx, pattern: /IDX1020[68]\b|IDX10214\b/, cause: 'token_wrong_audience' },
  { ...idx, pattern: /IDX10205\b|IDX10211\b/, cause: 'token_issuer_mismatch' },
  { ...idx, pattern: /IDX10511\b|IDX10504\b|IDX10514\b/, cause: 'token_signature_rejected' },
  {
    ...api,
    pattern:
      /\b(?:token|jwt|session)\b[^.;]{0,40} (?:has |is |was )?(?:already )?expired\b(?!,? (?:or|revoked))|\bexpired[ _](?:access[ _])?(?:token|jwt|session)|token[ _]expired|\bExpiredSignature|Signature has expired|signature expired|"exp" claim timestamp check failed|Session expired or invalid|Lifetime validation failed[^.]{0,30}expired|ExpiredAuthenticationToken/i,
    cause: 'token_expired',
    confidence: 'likely',
    source: libraries,
  },
  {
    ...api,
    pattern: /expired,? or (?:has been |was |is )?revoked|expired, revoked/i,
    cause: 'token_expired',
    confidence: 'possible',
    source: 'RFC 6750 §3.1, whose sentence many servers send for every refusal',
  },
  {
    ...api,
    pattern:
      /jwt not active|not[ _]yet[ _]valid|ImmatureSignature|"nbf" claim timestamp check failed|"iat" claim timestamp check failed \(it should be in the past|used before (?:issued|valid)|issued in the future|issuedAt of token is in the future|token is valid from|before its nbf|is not valid before|not valid yet/i,
    cause: 'token_not_yet_valid',
    source: libraries,
  },
  {
    ...api,
    pattern:
      /(?:token|jwt)\b[^.,]{0,30}(?<!or )(?<!or has been )\brevoked|revoked[ _](?:access )?token|token (?:is )?(?:not active|inactive)\b|Provided token isn't active|token is unknown|no longer (?:valid|active)|token not found in (?:store|database)/i,
    cause: 'token_revoked',
    confidence: 'likely',
    source: 'Spring Security (NimbusOpaqueTokenIntrospector), GitHub, Keycloak',
  },
  {
    ...api,
    pattern:
      /audience[^;]{0,200} (?:is |was )?(?:invalid|not valid|not allowed|incorrect|mismatch|does not match|not accepted|unexpected|missing)|(?:invalid|wrong|incorrect|unexpected|bad|missing)[ _-]{0,2}(?:token[ _-]|jwt[ _-])?(?:audience|aud\b)|unexpected "aud"|missing required "aud"|jwt audience invalid|aud claim is not valid|audiences in jwt are not allowed|does(?:n't| not) (?:contain|have|match)[^.]{0,40} audience|not (?:intended|meant|issued) for this (?:api|audience|resource|service)|token audience/i,
    cause: 'token_wrong_audience',
    source: libraries,
  },
  {
    ...api,
    pattern:
      /\biss(?:uer)?\b[^;]{0,200} (?:is |was )?(?:invalid|not valid|unknown|untrusted|not trusted|not configured|incorrect|mismatch|does not match|not allowed|not accepted|not recogni[sz]ed)|(?:invalid|wrong|unknown|unexpected|untrusted|incorrect)[ _-]{0,2}(?:token |jwt )?(?:issuer|iss\b)|unexpected "iss"|iss claim is not valid|issued by (?:an )?(?:unknown|untrusted|different)|InvalidIssuer|credentials found for given 'iss'/i,
    cause: 'token_issuer_mismatch',
    source: `${libraries}; ${envoy}`,
  },
  {
    ...api,
    pattern:
      /\bversion\b[^.]{0,40} (?:token|jwt)[^.]{0,40} (?:invalid|not supported|unsupported|expected|not accepted)|(?:token|jwt) version[^.]{0,60} (?:invalid|unsupported|not supported|expected|not accepted)|Unsupported token version/i,
    cause: 'token_version_mismatch',
    source: 'Microsoft identity platform: requestedAccessTokenVersion',
  },
  {
    ...likely,
    pattern:
      /(?:not|isn't) an access token|\bid[ _]?token[^.]{0,60} (?:not (?:allowed|accepted)|cannot|can't|instead of|is not)|expected (?:an )?access[ _]token|unexpected "typ"|wrong token (?:type|use)|token[ _]use\b|invalid token type|refresh token[^.]{0,30} not (?:allowed|accepted)/i,
    cause: 'token_wrong_kind',
    source: 'Amazon Cognito aws-jwt-verify (token_use), jose (typ), Keycloak',
  },
  {
    ...likely,
    tokens: ['jwe'],
    pattern:
      /encrypted|\bJWE\b|compact JWS|invalid (?:compact )?(?:jwt|jws)|jwt malformed|(?:malformed|invalid|bad)[ _-](?:jwt|token)|segments|JwtBadFormat|not in (?:the form of|a valid form)|decode the (?:jwt|token)|IDX10609|IDX10617|IDX10618/i,
    cause: 'token_encrypted',
    source: libraries,
  },
  {
    ...likely,
    tokens: ['opaque', 'paseto'],
    pattern:
      /compact JWS|invalid (?:compact )?(?:jwt|jws)\b|jwt malformed|(?:malformed|bad)[ _-]jwt|not a (?:valid )?(?:jwt|json web token)|segments|JwtBadFormat|jwt is not in|token is opaque|opaque (?:access )?tokens? (?:is|are) not|Missing dot delimiter|IDX12741|IDX12709|IDX14100|IDX12729|failed to (?:decode|parse)[^.]{0,30} (?:jwt|jws)|decode the jwt|CompactToken parsing failed|must be a JWS|Jwt is missing|no token could be deserialized|could not decode (?:the )?jwt|unable to (?:decode|parse|read)[^.]{0,30} (?:jwt|json web token)/i,
    cause: 'opaque_where_jwt_expected',
    source: `${libraries}; ${envoy}; Microsoft Graph`,
  },
  {
    ...likely,
    tokens: readable,
    pattern:
      /jwt malformed|invalid compact jws|malformed (?:jwt|token|authorization)|(?:token|jwt)\b[^.]{0,20} malformed|segments|Missing dot delimiter|IDX12741|IDX12709|IDX14100|JwtBadFormat|base64|badly formed|bad format/i,
    cause: 'token_malformed',
    source: libraries,
  },
  {
    ...likely,
    tokens: readable,
    pattern:
      /not (?:a )?(?:valid )?opaque|opaque token (?:expected|required)|expected (?:an )?opaque|reference token (?:expected|required)|only (?:opaque|reference) tokens|bad credentials|token (?:was )?not found|unknown (?:access[ _])?token|Invalid Bearer Token/i,
    cause: 'jwt_where_opaque_expected',
    confidence: 'possible',
    source: 'GitHub, GitLab, APIs that look tokens up in their own store',
  },
  {
    ...likely,
    pattern:
      /signature (?:verification|validation) (?:failed|error)|(?:invalid|bad|wrong)[ _](?:token |jwt )?signature|signature (?:is )?(?:invalid|not valid|incorrect)|signature could not be verified|signature does(?:n't| not) match|Jwt verification fails|jws signature|signed jwt rejected|crypto\/\w{1,20}: verification error|InvalidSignature|could not verify[^.]{0,30} signature|invalid algorithm|algorithm (?:is )?not (?:allowed|supported|accepted)|unexpected signing method|alg not allowed/i,
    cause: 'token_signature_rejected',
    source: `${libraries}; ${envoy}`,
  },
]

export const apiSentences: readonly SentenceRule[] = tokens

/** That the API does not know the key which signed the token. */
export const unknownKey =
  /no (?:matching|applicable|suitable) (?:signing |verification |public )?(?:key|jwk)|no key matching|unable to (?:find|match|resolve)[^.]{0,60} key|unknown (?:key|kid|signing key)|key[^.]{0,60} not found|kid[^.]{0,100} (?:not found|unknown|invalid|does not match)|signing key (?:was )?not found|SigningKeyNotFound|no verificationkey|IDX1050[013]\b|IDX10516|Jwks doesn't have key|another algorithm expected, or no matching key|could not find[^.]{0,40} key|no public key|jwks? (?:fetch|retriev)/i
