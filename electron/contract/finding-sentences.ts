import type { Finding, FindingCode } from './finding.ts'

/** What a person reads of a finding: what it is called, what happened, and what to do about it. */
export interface FindingText {
  title: string
  sentence: string
  advice: string | null
}

type Writer = (evidence: (name: string) => string) => [title: string, sentence: string, advice?: string]

const writers: Readonly<Record<FindingCode, Writer>> = {
  token_type_missing: () => [
    'token_type is missing',
    'The answer does not say what kind of token it is. It is used as Bearer here.',
    'The authorization server has to send token_type.',
  ],
  token_type_unknown: (e) => [
    'Unknown token_type',
    `The answer says token_type ${e('token_type')}; Bearer was expected.`,
    'An API will probably not take this token as Bearer.',
  ],
  access_token_missing: () => ['access_token is missing', 'The answer is a success but holds no access_token.'],
  access_token_not_string: () => [
    'access_token is not usable',
    'access_token is empty or not a string, so there is nothing to call an API with.',
  ],
  expires_in_missing: () => [
    'Lifetime unknown',
    'The answer has no expires_in. Unknown does not mean for ever: the token may end at any time.',
  ],
  expires_in_not_number: (e) => [
    'expires_in is a string',
    `The answer says ${e('expires_in')} where a number belongs. It is read as a number of seconds here; strict clients refuse it.`,
  ],
  expires_in_out_of_range: (e) => [
    'expires_in makes no sense',
    `The answer says expires_in ${e('expires_in')}. The lifetime is taken as unknown.`,
  ],
  scope_narrowed: (e) => [
    'Fewer scopes than asked for',
    `Asked for "${e('asked')}", granted "${e('granted')}": ${e('missing')} is missing.`,
    'Allow the scope for this client at the authorization server, or stop asking for it.',
  ],
  scope_widened: (e) => ['More scopes than asked for', `Granted without being asked for: ${e('extra')}.`],
  scope_omitted: () => ['Scope not said', 'No scope was asked for, and the answer does not say which were granted.'],
  body_empty: () => ['Empty answer', 'The body is empty where JSON was expected.'],
  body_not_json: (e) => [
    e('contentType').includes('html') ? 'A web page instead of JSON' : 'Not JSON',
    `Not JSON: ${e('contentType') || 'no content type'}, byte ${e('offset')} (${e('reason')}). It begins: ${e('preview')}`,
    'Check the URL: a proxy, a login page or another service may have answered.',
  ],
  body_not_utf8: () => ['Not UTF-8', 'The body is not UTF-8 text, so it cannot be read as JSON.'],
  body_has_bom: () => [
    'Byte order mark',
    'The JSON begins with a byte order mark (byte 0), which many parsers refuse.',
  ],
  body_not_object: () => ['Not a JSON object', 'The body is JSON but not an object.'],
  body_too_deep: () => ['Nested too deeply', 'The JSON is nested more than 200 levels deep and was not read.'],
  content_type_not_json: (e) => [
    'Content type is not JSON',
    `The body is JSON, but Content-Type says ${e('contentType') || 'nothing'}. Strict clients refuse it.`,
  ],
  duplicate_member: (e) => [
    'Duplicate member',
    `The answer has "${e('name')}" more than once; which one counts is up to the reader.`,
  ],
  error_missing: () => [
    'No error code',
    'The answer is JSON without an error member, so it does not say what is wrong.',
  ],
  error_nested: () => [
    'Nested error',
    'The error stands inside another object. Standard clients look for it at the top level.',
  ],
  status_unexpected: (e) => [
    'Unexpected status',
    `The server answered with status ${e('status')}, which is not expected here.`,
  ],
  redirect_refused: (e) => [
    'Redirect not followed',
    `The endpoint answered ${e('status')} and points to ${e('location') || 'nowhere'}. Nothing was sent there: credentials must not travel by redirect.`,
    'Enter the final URL as the endpoint if you trust it.',
  ],
  cache_allowed: () => ['May be cached', 'The answer holds a token but does not say Cache-Control: no-store.'],
  not_encrypted: (e) => [
    'Not encrypted',
    `${e('url')} is plain http: everyone on the way can read the credentials and the token.`,
    'Use https.',
  ],
  invalid_client: (e) => [
    'The client was not accepted',
    `invalid_client${described(e)}`,
    'Check client ID and secret, and whether the server expects another authentication method.',
  ],
  invalid_scope: (e) => [
    'A scope was not accepted',
    `invalid_scope${described(e)}`,
    'Ask only for scopes that exist and are allowed for this client.',
  ],
  unauthorized_client: (e) => [
    'The client may not do this',
    `unauthorized_client${described(e)}`,
    'Allow the client credentials grant for this client at the authorization server.',
  ],
  unsupported_grant_type: (e) => [
    'Grant type not supported',
    `unsupported_grant_type${described(e)}`,
    'The endpoint does not support client_credentials. Check that it is the token endpoint.',
  ],
  invalid_request: (e) => ['The request was not accepted', `invalid_request${described(e)}`],
  invalid_grant: (e) => ['The grant was not accepted', `invalid_grant${described(e)}`],
  invalid_target: (e) => [
    'The resource was not accepted',
    `invalid_target${described(e)}`,
    'Check Resource: the server does not know it, or the client may not ask for it.',
  ],
  refused_other: (e) => ['Refused', `${e('error')}${described(e)}`],
  retry_after: (e) => ['Asked to wait', `Retry-After: ${e('retryAfter')}. Nothing is sent again by itself.`],
  active_missing: () => ['active is missing', 'The answer has no member "active", so it says nothing about the token.'],
  active_not_boolean: (e) => [
    'active is not a boolean',
    `The answer says active: ${e('active')}. Only true and false mean something; this is not taken as active.`,
  ],
  inactive_expired: (e) => [
    'Expired',
    `The token is inactive because it expired ${seconds(e('secondsAgo'))} ago.`,
    'Request a new one.',
  ],
  inactive_revoked_here: (e) => [
    'Revoked',
    `The token is inactive because it was revoked here ${seconds(e('secondsAgo'))} ago.`,
  ],
  inactive_unexplained: () => [
    'Inactive, and the server does not say why',
    'Possible causes: revoked elsewhere, another issuer, or this client may not introspect this token.',
    'Check that the token comes from this authorization server and that the client may introspect it.',
  ],
  introspection_unsupported_token_type: (e) => [
    'This kind of token is not introspected here',
    `The server refuses to introspect ${e('token')} access tokens.`,
    'A JWT can be verified offline instead: use Verify on the Token tab.',
  ],
  revocation_unsupported_token_type: () => [
    'This kind of token cannot be revoked here',
    'The server refuses to revoke access tokens of this kind.',
    'Such a token ends when it expires; short lifetimes are the remedy.',
  ],
  revocation_not_proof: () => [
    'Accepted is not proof',
    'A server answers 200 to tokens it does not know as well. Introspect the token and call the API again to see the effect.',
  ],
  revoked_token_refused: (e) => [
    'Refused because it was revoked',
    `The token was revoked here ${seconds(e('secondsAgo'))} ago and is otherwise valid, so this API asks the authorization server (introspection)${described(e)}`,
  ],
  revoked_token_accepted: (e) => [
    'Accepted although it was revoked',
    e('token') === 'JWT'
      ? `The token was revoked here ${seconds(e('secondsAgo'))} ago. This API validates offline: signature and expiry are still right, and it does not ask the authorization server, so it cannot know.${until(e)}`
      : `The token was revoked here ${seconds(e('secondsAgo'))} ago. An opaque token cannot be validated offline, so this API probably remembers an earlier introspection.${until(e)}`,
    'Where that is not acceptable, let the API introspect, or keep lifetimes short.',
  ],
  expired_token_refused: (e) => [
    'Refused because it expired',
    `The token expired ${seconds(e('secondsAgo'))} ago.`,
    'Request a new one.',
  ],
  insufficient_scope: (e) => [
    'The token lacks a scope',
    `The API answered ${e('status')}${described(e)} The token holds "${e('held')}"${e('needed') ? `; missing: ${e('needed')}.` : '.'}`,
    'Add the missing scope to the environment and request a new token.',
  ],
  token_refused: (e) => [
    'The API refused the token',
    `${e('status')}${e('error') ? ` ${e('error')}` : ''}${described(e)}`,
    e('token') === 'opaque'
      ? 'The token is opaque: an API that validates offline needs a JWT. Check Resource and Audience.'
      : 'Compare issuer, audience and times of the token with what the API expects.',
  ],
  challenge_missing: () => [
    'No WWW-Authenticate',
    'The API answered 401 without saying what it expects (WWW-Authenticate).',
  ],
  issuer_mismatch: (e) => [
    'The issuer differs',
    `Asked for ${e('configured')}, the document says ${e('published')}. They have to be equal to the letter.`,
    'If the published one is right, enter it as issuer.',
  ],
  metadata_not_encrypted: (e) => [
    'An endpoint that is not safe to use',
    `${e('name')} is ${e('url')} under issuer ${e('issuer')}: not https. The document was refused.`,
  ],
  metadata_endpoint_missing: (e) => [
    'Not published',
    `The document does not name: ${e('missing')}. What is configured stays.`,
  ],
}

export function findingText({ code, evidence }: Finding): FindingText {
  const [title, sentence, advice = null] = writers[code]((name) => evidence[name] ?? '')
  return { title, sentence, advice }
}

export function findingSentence(finding: Finding): string {
  const { title, sentence } = findingText(finding)
  return `${title}: ${sentence}`
}

function described(evidence: (name: string) => string): string {
  const description = evidence('error_description')
  return description === '' ? '.' : `: “${description.replace(/\.$/, '')}”.`
}

function until(evidence: (name: string) => string): string {
  const left = evidence('expiresIn')
  return left === '' ? '' : ` It ends by itself in ${seconds(left)}.`
}

function seconds(text: string): string {
  const count = Number(text)
  if (count === 0) return 'less than a second'
  if (count < 120) return `${count} s`
  if (count < 7200) return `${Math.round(count / 60)} min`
  return `${Math.round(count / 3600)} h`
}
