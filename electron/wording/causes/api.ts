import type { FindingWriters } from '../findings/writer.ts'
import { duration } from '../duration.ts'
import { known, opening } from './opening.ts'

/** Parts of a DPoP proof. @see RFC 9449 §4.2 */
const proofParts: Readonly<Record<string, string>> = {
  htu: 'its URL (htu)',
  htm: 'its method (htm)',
  jti: 'its ID (jti), which may be used once',
  nonce: 'its nonce',
  ath: 'the hash of the token (ath)',
  iat: 'its time (iat)',
  signature: 'its signature',
  alg: 'its algorithm (alg)',
  typ: 'its type (typ)',
  jwk: 'its key (jwk)',
}

export const apiCauseWriters = {
  token_not_sent: (e) => [
    'No token was sent',
    `${opening(e)}The request had no Authorization header with a token.`,
    'Send Authorization: Bearer with an access token.',
  ],
  auth_header_stripped: (e) => [
    'The Authorization header may not have arrived',
    `${opening(e)}The token was sent. A web server in front of the API${known(' (', e('server'), ')')} may drop the Authorization header before the API sees it.`,
    'Let the web server pass it on (Apache: CGIPassAuth On; nginx: proxy_set_header Authorization; load balancers have a setting for it).',
  ],
  token_sent_twice: (e) => [
    'The token was sent twice',
    `${opening(e)}It is in more than one place of the request, or the header has its scheme twice.`,
    'Send it once, as Authorization: Bearer.',
  ],
  token_scheme_wrong: (e) => [
    'The API wants another scheme',
    `${opening(e)}The token was sent as ${e('sent') || 'Bearer'}; the API asks for ${e('wanted') || 'another scheme'}.`,
    e('wanted') === 'DPoP'
      ? 'Switch DPoP on and request a new token.'
      : e('wanted')
        ? `The API authenticates by ${e('wanted')}, not by OAuth tokens, or this is another API than you mean.`
        : 'See the API’s documentation.',
  ],
  token_wrong_kind: (e) => [
    'Not an access token',
    `${opening(e)}The token is ${e('is') === 'id_token' ? 'an ID token by its claims' : e('typ') ? `of type ${e('typ')}, which is not an access token` : 'of another kind than the API takes'}.`,
    'Call the API with an access token.',
  ],
  token_malformed: (e) => [
    'The API cannot read the token',
    `${opening(e)}${e('is') === 'unreadable' ? 'The token begins like a JWT and cannot be decoded here either.' : 'It finds it malformed.'}`,
    'Compare what was sent with what the token endpoint gave: no quotation marks, no line break, nothing cut off.',
  ],
  token_expired: (e) => [
    'The token has expired',
    `${opening(e)}${e('secondsAgo') ? `It ended ${duration(e('secondsAgo'))} before the call.` : 'By the API’s clock its time is over.'}`,
    e('secondsAgo') ? 'Request a new one.' : 'Request a new one. If it is new, compare the clocks.',
  ],
  token_not_yet_valid: (e) => [
    'The token is not valid yet',
    `${opening(e)}${e('secondsToGo') ? `By its nbf or iat it begins in ${duration(e('secondsToGo'))}.` : 'By the API’s clock it was issued in the future.'}`,
    'Set the clocks of both machines by a time server (NTP).',
  ],
  token_revoked: (e) => [
    'The token was revoked',
    `${opening(e)}The API looked the token up, and it is not active: revoked, expired, or never known there.`,
    'Request a new one.',
  ],
  token_wrong_audience: (e) => [
    'The token is for another audience',
    `${opening(e)}${e('aud') ? `The token’s aud is ${e('aud')}` : 'No aud of the token is known here'}${known('; the API wants ', e('wanted'))}.`,
    e('wanted')
      ? `Set ${e('parameter') === 'resource' ? 'Resource' : e('parameter') === 'scope' ? 'Scopes' : 'Audience'} to ${e('wanted')} and request a new token. The API named it: make sure that it is the API’s own identifier.`
      : 'Ask for a token for this API (Audience, Resource or scope, as the server has it), or let the API accept this audience.',
  ],
  token_issuer_mismatch: (e) => [
    'The API expects another issuer',
    `${opening(e)}The token’s iss is ${e('iss') || 'missing'}${known('; the API wants ', e('wanted'))}. They must match exactly, trailing slash included.`,
    'Use the authorization server that the API trusts, or correct the issuer in the API’s configuration.',
  ],
  token_version_mismatch: (e) => [
    'Another version of the token',
    `${opening(e)}The token is of version ${e('version') || '1.0'}${known('; the API expects ', e('wanted'))}. The two versions differ in issuer and audience.`,
    'Set the version of access tokens in the API’s registration (requestedAccessTokenVersion), or let the API accept this issuer.',
  ],
  token_signature_rejected: (e) => [
    'The API cannot verify the signature',
    `${opening(e)}The token is signed with ${e('alg') || 'an algorithm'}${known(', key ', e('kid'))}.`,
    'Verify the token on the Token tab. If it is genuine, the API uses other keys: check its issuer, JWKS URI and key cache.',
  ],
  token_encrypted: (e) => [
    'The token is encrypted',
    `${opening(e)}It is a JWE, which only the holder of the key can read. An API that expects a signed JWT cannot.`,
    'Ask for a token for this API, or let the server issue signed tokens for it.',
  ],
  token_other_environment: (e) => [
    'The token is of another environment',
    `${opening(e)}It was issued by ${e('iss') || 'another server'}; ${e('host') || 'the API'} belongs to another environment.`,
    'Call the API of the same environment, or request a token there.',
  ],
  opaque_where_jwt_expected: (e) => [
    'The API expects a JWT, the token is opaque',
    `${opening(e)}The token is ${e('is') || 'a reference that nobody but its server can read'}. An API that validates tokens by itself needs a JWT.`,
    e('parameter')
      ? `Request the token with ${e('parameter')} set to the API’s identifier: some servers issue a JWT only then.`
      : 'Let the server issue JWTs for this API, or let the API introspect.',
  ],
  jwt_where_opaque_expected: (e) => [
    'The API expects a token from its own server',
    `${opening(e)}A JWT was sent; the API looks tokens up and does not know this one.`,
    'Request the token from the server that belongs to the API.',
  ],
  sender_constraint_missing: (e) => [
    'The token needs a proof of its key',
    `${opening(e)}${constraint(e('kind'), e('sent'))}`,
    e('kind') === 'certificate'
      ? 'Present the same client certificate to the API, on a way that keeps TLS whole.'
      : 'Switch DPoP on for this environment and request a new token.',
  ],
  api_scope_missing: (e) => [
    'The token lacks a permission',
    `${opening(e)}${e('held') ? `The token holds ${e('held')}` : 'No scope of the token is known'}${known('; the API wants ', e('needed'))}.`,
    e('needed')
      ? `Let the client be allowed ${e('needed')}, add it to Scopes, and request a new token.`
      : 'Find out which scope the call needs, allow it for the client, and request a new token.',
  ],
  app_role_missing: (e) => [
    e('held') ? 'An application permission is missing' : 'No application permission was granted',
    `${opening(e)}The token has ${e('held') ? `the roles ${e('held')}` : 'no roles'}${known('; needed is ', e('needed'))}. Delegated permissions have no effect in this flow.`,
    'Add application permissions (not delegated ones), let an administrator consent, and request a new token.',
  ],
  api_not_enabled: (e) => [
    'The API is not enabled for this client',
    `${opening(e)}The token is accepted; ${e('product') || 'the product or API'} is not part of what this client may use.`,
    'Add the API or product to the application at the provider’s console.',
  ],
  api_key_missing: (e) => [
    'A second key is missing or wrong',
    `${opening(e)}Beside the token the gateway wants ${e('header') ? `the header ${e('header')}` : 'a key of its subscription'}.`,
    'The call needs it, with the key from the provider’s console.',
  ],
  client_id_header_mismatch: (e) => [
    'A header names another client',
    `${opening(e)}${e('header') || 'The header'} names ${e('sent') || 'another client'}, and the token was issued to ${e('client_id') || 'the one of this environment'}.`,
    'Use the same client ID in the header and for the token.',
  ],
  api_not_found: (e) => [
    'The API has nothing at this address',
    `${opening(e)}${e('path') || 'The path'} does not exist there, or is hidden from this token.`,
    'Check host, path and version of the call.',
  ],
  dpop_proof_refused: (e) => [
    'The DPoP proof was not accepted',
    `${opening(e)}${proofParts[e('about')] ? `What the server does not accept is ${proofParts[e('about')]}.` : 'Method, URL, time or key of the proof do not fit.'}`,
    dpopAdvice(e('about')),
  ],
  dpop_key_mismatch: (e) => [
    'The proof is made with another key than the token’s',
    `${opening(e)}The token is bound to one DPoP key, and the proof was made with another.`,
    'Request a new token with the key that is set now.',
  ],
} satisfies Partial<FindingWriters>

function constraint(kind: string, sent: string): string {
  if (sent === 'unbound') return 'It wants a token that is bound to a key, with a proof. This token is bound to none.'
  if (kind !== 'certificate') return 'The token is bound to a DPoP key, and the call carried no proof that fits.'
  const presented = sent === 'other' ? 'the one that was presented may be another' : 'none was presented'
  return `The token is bound to a client certificate, and ${presented}.`
}

function dpopAdvice(about: string): string {
  if (about === 'iat') return 'Set the clocks of both machines by a time server (NTP).'
  if (about === 'htu') return 'Compare the URL as the server sees it: a proxy that rewrites host or scheme changes it.'
  if (about === 'jti')
    return 'Send the call again: each request has its own proof. If it fails again, something on the way repeats requests.'
  return about === ''
    ? 'Compare the clocks, and the URL as the server sees it: a proxy that rewrites host or scheme changes it.'
    : 'Compare the proof with what the server supports (dpop_signing_alg_values_supported).'
}
