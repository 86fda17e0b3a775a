import type { Lookup } from './lookup.ts'
import type { Finding, FindingCode } from '../contract/finding.ts'
import { causeWriters } from './causes.ts'
import { inactiveWriters } from './findings/inactive.ts'
import { introspectionWriters } from './findings/introspection.ts'
import { metadataWriters } from './findings/metadata.ts'
import { oddityWriters } from './findings/oddities.ts'
import { possessionWriters } from './findings/possession.ts'
import { refusalWriters } from './findings/refusal.ts'
import { successWriters } from './findings/success.ts'
import { tokenAnswerWriters } from './findings/token-answer.ts'
import { titleWithConfidence } from './confidence.ts'
import { jsonExpected } from './json-expected.ts'
import { jsonKind } from './json-kind.ts'
import { described, messageAt, reasonGiven, shortened, type FindingWriters, withPage } from './findings/writer.ts'
import { duration } from './duration.ts'
import { providerName, providerNote } from '../catalogue/providers.ts'

/** What a person reads of a finding: what it is called, what happened, and what to do about it. */
export interface FindingText {
  title: string
  sentence: string
  advice: string | null
}

const writers: FindingWriters = {
  ...causeWriters,
  ...successWriters,
  ...tokenAnswerWriters,
  ...oddityWriters,
  body_empty: () => ['Empty answer', 'The body is empty (it ends at byte 0). JSON was expected.'],
  body_not_json: (e) => [
    e('contentType').includes('html') ? 'A web page instead of JSON' : 'Not JSON',
    `The body (${e('contentType') || 'no content type'}) is not JSON: line ${e('line')}, column ${e('column')}, byte ${e('offset')} should be ${jsonExpected(e('expected'))}.${e('page') ? ` The page is titled “${e('page')}”.` : ''} It begins: ${e('preview')}`,
    'Check the URL: a proxy, a login page or another service may have answered.',
  ],
  body_not_utf8: (e) => [
    'Not UTF-8',
    `The body is not UTF-8 text (byte ${e('offset') || '0'}), so it cannot be read as JSON.`,
  ],
  body_has_bom: () => [
    'Byte order mark',
    'The JSON begins with a byte order mark (byte 0), which many parsers refuse.',
  ],
  body_not_object: (e) => [
    'Not a JSON object',
    `The body is JSON, but it is ${jsonKind(e('is'))}. An object was expected.`,
  ],
  body_too_deep: () => ['Nested too deeply', 'The JSON is nested more than 200 levels deep and was not read.'],
  content_type_not_json: (e) => [
    'Content type is not JSON',
    `The body is JSON, but Content-Type says ${e('contentType') || 'nothing'}. Strict clients refuse it.`,
  ],
  duplicate_member: (e) => [
    'Duplicate member',
    `The answer has "${e('name')}" more than once; which one counts is up to the reader.`,
  ],
  redirect_refused: (e) =>
    e('location') === ''
      ? [
          'Redirect without a target',
          `The endpoint answered ${e('status')}, a redirect, without saying where to (Location is missing).`,
          'Check the URL: a proxy, a gateway or another service may have answered.',
        ]
      : [
          'Redirect not followed',
          `The endpoint answered ${e('status')} and points to ${e('location')}. Nothing was sent there: credentials must not travel by redirect.`,
          'Enter the final URL as the endpoint if you trust it.',
        ],
  cache_allowed: () => ['May be cached', 'The answer holds a token but does not say Cache-Control: no-store.'],
  token_repeated: (e) => [
    'The same token again',
    `The server answered with the very token that was held already: it hands tokens out again while they live, or makes those of one second alike, since they have no jti.${e('revoked') === 'yes' ? ' It was revoked here, and stays so.' : ''}`,
    e('revoked') === 'yes'
      ? 'Request another one in a moment.'
      : 'Whoever else got it as well loses it, too, when it is revoked.',
  ],
  not_encrypted: (e) => [
    'Not encrypted',
    `${e('url')} is plain http: everyone on the way can read the credentials and the token.`,
    'Use https.',
  ],
  active_missing: (e) => [
    'active is missing',
    `The answer has no member “active”, so it does not say whether the token is valid.${e('message') ? ` It says: ${messageAt(e)}.` : ''}`,
  ],
  active_not_boolean: (e) => [
    'active is not a boolean',
    e('as') === 'nothing'
      ? `The answer says active: ${e('active')}. Only true and false mean something; this is not taken as active.`
      : `The answer says active: ${e('active')}, a text where a boolean belongs. It is read as ${e('as')} here; a strict API refuses the token.`,
    'The authorization server has to send true or false without quotes.',
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
  revocation_not_proof: (e) => [
    'Accepted is not proof',
    `A server answers 200 to tokens it does not know as well.${e('message') ? ` This one says ${messageAt(e)}.` : ''} Introspect the token and call the API again to see the effect.`,
  ],
  revoked_token_refused: (e) => [
    'Refused because it was revoked',
    `The token was revoked here ${duration(e('secondsAgo'))} ago and is otherwise valid, so this API asks the authorization server (introspection)${described(e)}`,
  ],
  revoked_token_accepted: (e) => [
    'Accepted although it was revoked',
    e('token') === 'JWT'
      ? `The token was revoked here ${duration(e('secondsAgo'))} ago. This API validates offline: signature and expiry are still right, and it does not ask the authorization server, so it cannot know.${until(e)}`
      : `The token was revoked here ${duration(e('secondsAgo'))} ago. An opaque token cannot be validated offline, so this API probably remembers an earlier introspection.${until(e)}`,
    'Where that is not acceptable, let the API introspect, or keep lifetimes short.',
  ],
  expired_token_refused: (e) => [
    'Refused after it expired',
    `The API answered ${e('status')}${described(e)} The token expired ${duration(e('secondsAgo'))} ago.`,
    'Request a new one.',
  ],
  token_refused: (e) => [
    'The API refused the token',
    `The API answered ${e('status')}${e('error') ? ` ${e('error')}` : ''}${reasonOf(e)} Nothing that was checked here explains it.`,
    e('token') === 'opaque'
      ? 'Introspect the token to see whether its server still knows it. If so, the API’s log says why it does not take it.'
      : 'Compare issuer, audience and key of the token with what the API is set to. Its log says why.',
  ],
  ...refusalWriters,
  ...metadataWriters,
  ...possessionWriters,
  ...inactiveWriters,
  ...introspectionWriters,
  provider_note: (e) => {
    const note = providerNote(e('provider'), e('note'))
    const title = providerName(e('provider')) || 'Provider'
    if (note === null) return [title, `Note ${e('note') || 'without a name'}: not known to this version.`]
    return note.advice === null ? [title, note.sentence] : [title, note.sentence, note.advice]
  },
  client_secret_short: (e) => [
    'A short client secret',
    `The client secret has ${e('bytes')} bytes; ${e('alg')} requires at least ${e('least')}. Some servers refuse it.`,
    'Have a longer secret made, or use private_key_jwt.',
  ],
  basic_encoding_differs: (e) => [
    'Form-encoded and raw differ for this client',
    `The client ID or secret holds reserved characters, so the Basic header depends on the encoding; it is sent ${e('encoding') === 'raw' ? 'raw' : 'form-encoded'}. Some servers form-decode what they get, as RFC 6749 says, and some do not.`,
    `If the server answers invalid_client, switch to ${e('encoding') === 'raw' ? 'form-encoded' : 'raw'}, or use client_secret_post.`,
  ],
}

export const isFindingCode = (text: string): text is FindingCode => Object.hasOwn(writers, text)

export function findingText({ code, evidence }: Pick<Finding, 'code' | 'evidence'>): FindingText {
  const [title, sentence, advice = null] = writers[code]((name) => shortened(evidence[name] ?? ''))
  return { title, sentence, advice }
}

export function findingSentence(finding: Pick<Finding, 'code' | 'evidence' | 'confidence'>): string {
  const { title, sentence } = findingText(finding)
  return `${titleWithConfidence(title, finding)}: ${sentence}`
}

/** Why a token was refused, as far as the answer says so. */
function reasonOf(evidence: Lookup<'answer' | 'page' | 'error' | 'error_description' | 'message' | 'place'>): string {
  if (evidence('answer') === 'page') {
    return `${withPage(evidence)}, so it may come from something in front of the API.`
  }
  return reasonGiven(evidence)
}

function until(evidence: Lookup<'expiresIn'>): string {
  const left = evidence('expiresIn')
  return left === '' ? '' : ` It ends by itself in ${duration(left)}.`
}
