import type { Lookup } from '../lookup.ts'
import { reasonGiven, type FindingWriters, withPage } from './writer.ts'

/** Findings about answers as HTTP messages, and about redirects and refusals of APIs. */
export const oddityWriters = {
  body_form_encoded: (e) => [
    'Form-encoded instead of JSON',
    `The body is form-encoded (${e('contentType') || 'no content type'}), not JSON. Its parameters: ${e('names')}.`,
    'Some servers answer so unless the request has Accept: application/json, which this app sends. Check that no proxy removes it, and whether the server has a setting for JSON.',
  ],
  content_coding_unknown: (e) => [
    'Content-Encoding cannot be undone',
    `The body is packed with ${e('codings')}, which cannot be read here. It is kept as it came.`,
    'The server has to pack with gzip, deflate or br, or not at all: that is what the request asks for.',
  ],
  status_invalid: (e) => [
    'No status of HTTP',
    `The server answered with status ${e('status')}. HTTP has 100 to 599 only; clients take it for an error, or break off.`,
    'What answered may be a gateway or a mock with a wrong setting. Check it.',
  ],
  error_in_success: (e) => [
    'An error with the status of a success',
    `The server answered with status ${e('status')} and an error in the body. Clients that look at the status only take it for a success.`,
  ],
  api_forbidden: (e) => [
    'The API refused the call',
    `${forbidden(e)} It names no scope, and nothing that was checked here explains it.`,
    e('answer') === 'page'
      ? 'Ask the operator whether a firewall or gateway blocks this address, client or network.'
      : 'Ask the API’s operator which role, permission or network rule the call needs.',
  ],
  api_redirect_not_followed: (e) => {
    const target = e('location') === '' ? '' : ` to ${e('location')}`
    const reason = redirectReasons[e('reason')] ?? ''
    const limit = `${e('hops')} redirects were followed already, so this may be a loop.`
    return [
      'Redirect not followed',
      `The API answered ${e('status')}, a redirect${target}. ${e('reason') === 'limit' ? limit : reason}`,
    ]
  },
  api_redirect_without_token: (e) => [
    'Answered without the token',
    `A redirect led to ${e('origin')}, which answered ${e('status')}. The token is not sent to another origin, so this answer says nothing of it.`,
    'Where that is the API, call its address itself.',
  ],
  api_sent_without_token: (e) => [
    'Sent without a token',
    e('authorization') === 'typed'
      ? 'The call carried the Authorization header that was typed, not the token of this environment.'
      : e('status') === '401'
        ? 'The API answered 401, as it should to a call without a token.'
        : 'This answer says nothing about a token.',
  ],
  api_scopes_missing: (e) => [
    'The token lacks a scope that this call lists',
    `Missing: ${e('missing')}. The token has ${e('granted') || 'no scope'}.${Number(e('status')) < 300 ? ' The API accepted the call all the same.' : ''}`,
    Number(e('status')) < 300
      ? 'Take the scope off the call if the API does not need it.'
      : 'Add the scope to the environment and request a new token.',
  ],
  token_renewal_failed: (e) => [
    'No new token could be obtained',
    `After the 401 one new token was requested. ${renewalFaults[e('reason')] ?? 'None came.'}${e('error') ? ` It answered ${e('error')}.` : ''} The call was not sent again.`,
    'See the Token tab.',
  ],
  api_answer_web_page: (e) => [
    'A web page from the API',
    `The API answered ${e('status')}${withPage(e)}, which does not show that the token was accepted: ${signs[e('sign')] ?? 'a login page or a proxy answers so.'}`,
    'Check the URL of the call, and whether a login page or a proxy answers before the API.',
  ],
} satisfies Partial<FindingWriters>

const renewalFaults: Readonly<Record<string, string>> = {
  same_token: 'The authorization server issued the same token again.',
  refused: 'The authorization server refused.',
  nonconformant: 'The authorization server answered what the standard does not allow.',
  unreachable: 'The authorization server gave no complete answer.',
  not_sent: 'The token request could not be sent.',
}

const signs: Readonly<Record<string, string>> = {
  password: 'it has a password field, so it is probably a login page.',
  title: 'its title is that of a login page.',
  url: 'its URL is that of a login page.',
}

const redirectReasons: Readonly<Record<string, string>> = {
  off: 'This call does not follow redirects.',
  proof: 'Its DPoP proof is for one URL, so the request was not sent to another.',
  secret_variable:
    'It leads to another server, and the request carries a secret variable that was not approved for it.',
  no_location: 'It does not say where to (Location is missing).',
  not_http: 'That is no http or https URL.',
  not_encrypted: 'That leads from https to http, where everyone on the way could read the request.',
  body: 'That would send the body to another server.',
}

function forbidden(
  e: Lookup<'status' | 'answer' | 'page' | 'error' | 'error_description' | 'message' | 'place'>,
): string {
  if (e('answer') !== 'page') {
    const status = `The API answered ${e('status')}${e('error') === '' ? '' : ` ${e('error')}`}`
    return `${status}${reasonGiven(e)}`
  }
  return `The answer is ${e('status')}${withPage(e)}, so it may come from a firewall or gateway in front of the API.`
}
