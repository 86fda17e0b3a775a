import type { Lookup } from '../lookup.ts'
import { jsonKind } from '../json-kind.ts'
import { statusAdvice, statusMeaning } from './status.ts'
import { described, messageAt, type FindingWords, type FindingWriters } from './writer.ts'
import { duration } from '../duration.ts'

/** Findings about answers that are no success, by the standard or in a way of their own. */
export const refusalWriters = {
  status_unexpected: (e) => {
    const meaning = statusMeaning(e('status'))
    const sentence = `The server answered with status ${e('status')}${meaning === '' ? ', which is not expected here' : `: ${meaning}`}.`
    return withAdvice('Unexpected status', sentence, statusAdvice(e('status')))
  },
  error_missing: (e) => {
    const error = e('error') || jsonKind(e('errorIs'))
    const why =
      error === '' ? (bodies[e('body')] ?? bodies['json']) : `its member error is ${error}, which is no error code`
    const sentence = `The answer has no error code: ${why}.${e('message') ? ` It says: ${messageAt(e)}.` : ''}`
    const isAboutClient = ['400', '401', '403'].includes(e('status'))
    return withAdvice('No error code', sentence, isAboutClient ? clientAdvice : undefined)
  },
  error_nested: () => [
    'Nested error',
    'The error is inside another object. Standard clients look for it at the top level.',
  ],
  error_in_challenge: (e) => [
    'The error is in a header only',
    `The body has no error code; WWW-Authenticate has one: ${e('header')}.`,
  ],
  challenge_misplaced: (e) => [
    'A challenge for APIs at the token endpoint',
    `The answer says WWW-Authenticate: ${e('header')}. Bearer is how an API asks for a token; here it only means that the request was refused.`,
  ],
  new_secret_refused: (e) => [
    'The new secret was refused',
    `It was tried first (${e('secret')}). The old one is kept, and is used for everything else.`,
    'Check that the server knows the new one already. Request a token to try again, or go back to the old one under Configure.',
  ],
  challenge_missing: () => [
    'No WWW-Authenticate',
    'The API answered 401 without saying what it expects (WWW-Authenticate).',
  ],
  https_expected: (e) => [
    'This port speaks https',
    `${e('url')} is plain http, and the server behind this port expects TLS.`,
    'Begin the URL with https://.',
  ],
  invalid_client: (e) => [
    'The client was not accepted',
    `${named(e, 'invalid_client')}${described(e)}`,
    `Check client ID${credentialOf(e('method'))}, and whether the server expects another authentication method.`,
  ],
  invalid_scope: (e) => [
    'A scope was not accepted',
    `${named(e, 'invalid_scope')}${described(e)}${e('scope') ? ` Named by the server: ${e('scope')}.` : ''}${hinted(e)}`,
    'Ask only for scopes that exist and are allowed for this client.',
  ],
  unauthorized_client: (e) => [
    'The client may not do this',
    `${named(e, 'unauthorized_client')}${described(e)}${hinted(e)}`,
    'Allow the client credentials grant for this client at the authorization server.',
  ],
  unsupported_grant_type: (e) => [
    'Grant type not supported',
    `${named(e, 'unsupported_grant_type')}${described(e)}`,
    'The endpoint does not support client_credentials. Check that it is the token endpoint.',
  ],
  invalid_request: (e) => [
    'The request was not accepted',
    `${named(e, 'invalid_request')}${described(e)}${hinted(e)}`,
    'Look for a parameter that is missing, not known or sent twice. Some servers answer so as well when the client may not use this grant, or sent no client authentication.',
  ],
  invalid_grant: (e) => [
    'The grant was not accepted',
    `${named(e, 'invalid_grant')}${described(e)}${hinted(e)}`,
    'This grant has nothing that could be invalid by itself: some servers answer so when a DPoP proof, a client assertion that was used before, or the client certificate is at fault.',
  ],
  invalid_target: (e) => [
    'The resource was not accepted',
    `${named(e, 'invalid_target')}${described(e)}${hinted(e)}`,
    'Check Resource: the server does not know it, or the client may not ask for it.',
  ],
  refused_other: (e) => ['Refused', `${e('error')}${described(e)}${hinted(e)}`],
  retry_after: (e) => [
    'Asked to wait',
    `${e('header') || 'Retry-After'}: ${e('retryAfter') || '(empty)'}${e('until') === '' ? '' : `, which is in ${duration(e('wait'))}, at ${clockTime(e('until'))}`}. Nothing is sent again by itself.`,
  ],
} satisfies Partial<FindingWriters>

const bodies: Readonly<Record<string, string>> = {
  empty: 'its body is empty',
  other: 'its body is not a JSON object with the member error',
  json: 'its JSON has no member error',
}

/** What a client authenticated with, to be checked beside its ID; nothing where that is not known, or was nothing. */
function credentialOf(method: string): string {
  if (method.startsWith('client_secret_')) return ' and secret (it may have expired)'
  if (method === 'private_key_jwt') return ' and private key (the server needs the public key of it)'
  if (method === 'client_assertion_file') return ' and the assertion in the file (it may have expired)'
  return method.endsWith('tls_client_auth') ? ' and client certificate' : ''
}

const clientAdvice =
  'Check client ID, secret, authentication method and scopes: some servers (glewlwyd, django) say no more when one of them is wrong.'

/** A moment of milliseconds since 1970, in UTC. */
function clockTime(at: string): string {
  const date = new Date(Number(at))
  return Number.isNaN(date.getTime())
    ? at
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC')
}

/** The error code as sent, and the registered one when the server has its own word for it. */
function named(evidence: Lookup<'error'>, registered: string): string {
  const sent = evidence('error')
  return sent === '' || sent === registered ? registered : `${sent} (registered is ${registered})`
}

function hinted(evidence: Lookup<'hint'>): string {
  return evidence('hint') === '' ? '' : ` ${evidence('hint')}`
}

function withAdvice(title: string, sentence: string, advice: string | undefined): FindingWords {
  return advice === undefined ? [title, sentence] : [title, sentence, advice]
}
