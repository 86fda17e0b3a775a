import type { FindingWriters } from '../findings/writer.ts'
import { known, opening } from './opening.ts'

/** What is wrong in how a scope is written. */
const faultsOfScope: Readonly<Record<string, string>> = {
  comma: 'commas',
  semicolon: 'other separators',
  quotes: 'quotation marks',
  brackets: 'brackets',
  encoded: 'characters that were encoded twice',
}

export const requestCauseWriters = {
  scope_form_default: (e) => [
    'The scope needs another form',
    `${opening(e)}Requested: ${e('scope') || 'no resource with /.default'}. In this flow the server takes a resource followed by /.default: all permissions that were granted to the application.`,
    `Ask for ${e('wanted') || 'the resource’s URI followed by /.default'}.`,
  ],
  scope_unknown: (e) => [
    'The scope does not exist there',
    `${opening(e)}Requested: ${e('scope') || 'a scope that the server does not know'}.${known(' The server publishes ', e('supported'), '.')}${known(' Its scopes have the form ', e('form'), '.')}`,
    e('similar')
      ? `Did you mean ${e('similar')}?`
      : e('form')
        ? 'Put the resource server’s identifier and a slash before the scope’s name.'
        : 'Check the spelling. A new scope has to be defined at the authorization server first.',
  ],
  scope_not_allowed: (e) => [
    'The client may not have this scope',
    `${opening(e)}${e('scope') ? `Requested: ${e('scope')}.` : 'No scope was requested, so the server used its default.'}${e('isOfUser') === 'yes' ? ' Such scopes are about a person who signs in, and nobody does in this flow.' : ''}${e('isPublished') === 'yes' ? ' The server publishes it, so it exists.' : ''}`,
    e('isOfUser') === 'yes'
      ? 'Leave out openid, profile, email and offline_access.'
      : 'Allow the scope for this client and grant at the server, or ask for less.',
  ],
  scope_missing: (e) => [
    'A scope must be named',
    `${opening(e)}The request has no scope.${known(' The server publishes ', e('supported'), '.')}`,
    e('wanted') ? `Ask for ${e('wanted')}.` : 'Enter the scope that the API needs; its documentation names it.',
  ],
  scope_empty: (e) => [
    'The scope was sent empty',
    `${opening(e)}The request has the parameter scope without a value, which is not the same as leaving it out.`,
    'Remove the parameter, or give it a value.',
  ],
  scope_malformed: (e) => [
    'The scope is written in a way the server does not read',
    `${opening(e)}Sent: ${e('scope') || 'a scope with characters that are not allowed'}. Scopes are separated by single spaces${known('; this one has ', faultsOfScope[e('separator')] ?? '')}.`,
    'Separate the scopes by spaces, with nothing around them.',
  ],
  audience_missing: (e) => [
    'No audience was named',
    `${opening(e)}The server needs to know which API the token is for, and the request named none.`,
    `${e('wanted') ? `Set ${e('parameter') === 'resource' ? 'Resource' : 'Audience'} to ${e('wanted')}` : `Enter the API’s identifier as ${e('parameter') === 'resource' ? 'Resource' : 'Audience'}`}, and request a new token.`,
  ],
  audience_unknown: (e) => [
    'The server does not know this audience',
    `${opening(e)}The request names ${e('parameter') || 'the audience'} ${e('value') || 'that the server does not know'}.`,
    'Enter the API’s identifier exactly as it is registered at the server, with or without its trailing slash; check that the tenant is the right one.',
  ],
  audience_not_allowed: (e) => [
    'The client has no right to this audience',
    `${opening(e)}The server knows ${e('value') || 'the API'}, and this client is not authorized for it.`,
    'Authorize the client for the API at the server.',
  ],
  resource_not_absolute: (e) => [
    'The resource is not an absolute URI',
    `${opening(e)}Sent: resource ${e('value') || 'with a value that is not an absolute URI'}. RFC 8707 requires an absolute URI without a fragment.`,
    'Enter the whole URI of the API, beginning with https:// or another scheme.',
  ],
  consent_missing: (e) => [
    'An administrator has not consented',
    `${opening(e)}The permissions of the application${known(' ', e('client_id'))} wait for an administrator’s consent in this tenant.`,
    'Let an administrator grant consent for the application’s permissions.',
  ],
  policy_blocked: (e) => [
    'An access policy blocks the client',
    `${opening(e)}A rule about place, device, scope or risk refuses the request. The credentials may be in order.`,
    'Ask the server’s administrator which policy applies, and from where and for what the client may request tokens.',
  ],
  param_name_wrong: (e) => [
    'A parameter has the wrong name',
    `${opening(e)}${e('sent') ? `Sent: ${e('sent')}, which servers ignore here` : 'A parameter was sent under a name that the server ignores'}${known('. The name is ', e('wanted'))}.`,
    `Use the name ${e('wanted') || 'that the server’s documentation gives'}.`,
  ],
  param_missing: (e) => [
    'A parameter is missing',
    `${opening(e)}The server needs ${e('name') || 'a parameter'}, and the request does not have it.`,
    e('step') === 'token'
      ? `Add ${e('name') || 'it'} under Parameters.`
      : `Send ${e('name') || 'it'} with the request.`,
  ],
  param_repeated: (e) => [
    'A parameter was sent more than once',
    `${opening(e)}${e('name') || 'A parameter'} is in the request ${e('count') || 'several'} times; each may be there once.`,
    'Remove the one under Parameters that repeats it.',
  ],
  body_not_form: (e) => [
    'The body is not a form',
    `${opening(e)}The request was sent as ${e('contentType') || 'something else than a form'}. OAuth endpoints read application/x-www-form-urlencoded.`,
    'Set Request body format to form.',
  ],
  body_wants_json: (e) => [
    'This server wants JSON',
    `${opening(e)}The request was sent as a form, as the standard says; this server reads JSON.`,
    'Set Request body format to JSON.',
  ],
  content_type_missing: (e) => [
    'The content type is missing or wrong',
    `${opening(e)}${e('contentType') ? `The body was sent as ${e('contentType')}.` : 'The request has no Content-Type.'} ${e('step') === 'api' ? 'The API does not read such a body.' : 'Servers read the parameters only with Content-Type: application/x-www-form-urlencoded.'}`,
    e('step') === 'api'
      ? 'Send the content type that the API’s documentation names.'
      : 'Remove the Content-Type header under Headers, so that the right one is sent.',
  ],
  body_missing: (e) => [
    e('sent') === 'yes' ? 'The body did not reach the server' : 'The request had no body',
    e('sent') === 'yes'
      ? `${opening(e)}${e('length') ? 'The body was sent with its length' : `${e('name') || 'The parameter'} was sent in the body`}. Something on the way, such as a gateway or a redirect, dropped it.`
      : `${opening(e)}${e('inUrl') === 'yes' ? 'The parameters were in the URL. They' : 'The parameters'} belong in the body of a POST.`,
    e('sent') === 'yes'
      ? 'Send the request to the server’s own address, without what is in between, or ask whoever runs that.'
      : 'Send them as a form in the body.',
  ],
  request_too_large: (e) => [
    'The request is too large for the server',
    `${opening(e)}${e('part') === 'headers' ? 'Its header fields are too large' : e('part') === 'url' ? 'Its URL is too long' : 'Its body is too large'}${known(' (', e('bytes'), ' bytes)')}.`,
    e('part') === 'headers'
      ? 'A token with many claims makes Authorization long: ask for fewer scopes or roles, or for an opaque token.'
      : 'Send less: fewer parameters or scopes, or a shorter assertion.',
  ],
} satisfies Partial<FindingWriters>
