import type { FindingWriters } from '../findings/writer.ts'
import { known, opening } from './opening.ts'

export const requestCauseWriters = {
  scope_form_default: (e) => [
    'The scope needs another form',
    `${opening(e)}Asked for ${e('scope') || 'a single permission'}. In this flow the server takes a resource followed by /.default, which stands for all permissions that were granted to the application.`,
    `Ask for ${e('wanted') || 'the resource’s URI followed by /.default'}.`,
  ],
  scope_unknown: (e) => [
    'The scope does not exist there',
    `${opening(e)}Asked for ${e('scope') || 'a scope that the server does not know'}${known('; the server publishes ', e('supported'))}.`,
    'Check the spelling, and define the scope at the authorization server if it is new.',
  ],
  scope_not_allowed: (e) => [
    'The client may not have this scope',
    `${opening(e)}${e('scope') ? `Asked for ${e('scope')}.` : 'No scope was asked for, so the server took its default.'}${e('isOfUser') === 'yes' ? ' Such scopes are about a person who signs in, and nobody does in this flow.' : ''}`,
    e('isOfUser') === 'yes'
      ? 'Leave out openid, profile, email and offline_access.'
      : 'Allow the scope for this client and grant at the server, or ask for less.',
  ],
  scope_missing: (e) => [
    'A scope must be named',
    `${opening(e)}The request named no scope${known('; the server publishes ', e('supported'))}.`,
    e('wanted') ? `Ask for ${e('wanted')}.` : 'Enter the scope that the API needs; its documentation names it.',
  ],
  scope_empty: (e) => [
    'The scope was sent empty',
    `${opening(e)}The request has the parameter scope without a value, which is not the same as leaving it out.`,
    'Remove the parameter, or give it a value.',
  ],
  scope_malformed: (e) => [
    'The scope is written in a way the server does not read',
    `${opening(e)}Sent was ${e('scope') || 'a scope with characters that are not allowed'}. Scopes are separated by single spaces${e('separator') === 'comma' ? '; this one has commas' : ''}.`,
    'Separate the scopes by spaces, without quotation marks.',
  ],
  audience_missing: (e) => [
    'No audience was named',
    `${opening(e)}The server needs to know which API the token is for, and the request named none.`,
    `${e('wanted') ? `Set ${e('parameter') === 'resource' ? 'Resource' : 'Audience'} to ${e('wanted')}` : `Enter the API’s identifier as ${e('parameter') === 'resource' ? 'Resource' : 'Audience'}`}, and request a new token.`,
  ],
  audience_unknown: (e) => [
    'The server does not know this audience',
    `${opening(e)}Asked for ${e('parameter') || 'audience'} ${e('value') || 'that it does not know'}.`,
    'Enter the API’s identifier exactly as it is registered at the server, with or without its trailing slash; check that the tenant is the right one.',
  ],
  audience_not_allowed: (e) => [
    'The client has no right to this audience',
    `${opening(e)}The server knows ${e('value') || 'the API'}, and this client is not authorized for it.`,
    'Authorize the client for the API at the server.',
  ],
  resource_not_absolute: (e) => [
    'The resource is no absolute URI',
    `${opening(e)}Sent was resource ${e('value') || 'with a value that is no absolute URI'}. RFC 8707 wants an absolute URI without a fragment.`,
    'Enter the whole URI of the API, beginning with https:// or another scheme.',
  ],
  consent_missing: (e) => [
    'An administrator has not consented',
    `${opening(e)}The permissions of the application${known(' ', e('client_id'))} wait for an administrator’s consent in this tenant.`,
    'Let an administrator grant consent for the application’s permissions.',
  ],
  policy_blocked: (e) => [
    'An access policy blocks the client',
    `${opening(e)}The credentials are in order. A rule about place, device or risk refuses them.`,
    'Ask the tenant’s administrator which policy applies, and from where the client may sign in.',
  ],
  param_name_wrong: (e) => [
    'A parameter has the wrong name',
    `${opening(e)}${e('sent') ? `Sent was ${e('sent')}, which the server ignores` : 'A parameter was sent under a name that the server ignores'}${known('; it looks for ', e('wanted'))}.`,
    `Use the name ${e('wanted') || 'that the server’s documentation gives'}.`,
  ],
  param_missing: (e) => [
    'A parameter is missing',
    `${opening(e)}The server asks for ${e('name') || 'a parameter'}, which was not sent.`,
    `Add ${e('name') || 'it'} under Parameters.`,
  ],
  param_repeated: (e) => [
    'A parameter was sent more than once',
    `${opening(e)}${e('name') || 'A parameter'} is in the request ${e('count') || 'several'} times; each may be there once.`,
    'Remove the one under Parameters that repeats it.',
  ],
  body_not_form: (e) => [
    'The body is not a form',
    `${opening(e)}The request was sent as ${e('contentType') || 'something else than a form'}. Token endpoints take application/x-www-form-urlencoded.`,
    'Set Request body format to form.',
  ],
  body_wants_json: (e) => [
    'This server wants JSON',
    `${opening(e)}The request was sent as a form, as the standard says; this server reads JSON.`,
    'Set Request body format to JSON.',
  ],
  content_type_missing: (e) => [
    'The content type is missing or wrong',
    `${opening(e)}Without Content-Type: application/x-www-form-urlencoded the server does not read the parameters.`,
    'Send that header.',
  ],
  body_missing: (e) => [
    'The request had no body',
    `${opening(e)}The parameters belong into the body of a POST.`,
    'Send them as a form in the body, not in the URL.',
  ],
  request_too_large: (e) => [
    'The request is too large for the server',
    `${opening(e)}${e('part') === 'headers' ? 'Its header fields are too large' : e('part') === 'url' ? 'Its URL is too long' : 'Its body is too large'}${known(' (', e('bytes'), ' bytes)')}.`,
    e('part') === 'headers'
      ? 'A token with many claims makes Authorization long: ask for fewer scopes or roles, or for an opaque token.'
      : 'Send less.',
  ],
} satisfies Partial<FindingWriters>
