import { checkWords } from '../checks/sentences.ts'
import { malformedPart } from '../decoded.ts'
import type { FindingWriters } from './writer.ts'
import { duration } from '../duration.ts'

export const introspectionWriters = {
  active_after_revocation: (e) => [
    'Still active after its revocation',
    `The server accepted the revocation ${duration(e('secondsAgo'))} ago, and says that the token is active: it revoked nothing.`,
    e('token') === 'JWT'
      ? 'Some servers (oidc-provider 8) accept the revocation of a JWT and do nothing. Such a token ends when it expires; short lifetimes are the remedy.'
      : 'Introspect again in a moment: several servers may not know of each other’s revocations at once.',
  ],
  introspection_signature_valid: (e) => [
    'Signed response, signature valid',
    `The answer is a JWT, ${e('alg')}, made with key ${e('kid') || '(no kid)'} of the JWKS.`,
  ],
  introspection_signature_invalid: (e) => [
    'Signed response, signature not valid',
    `The answer is a JWT with an invalid signature: ${checkWords(e('reason'), e)}. Do not rely on it.`,
  ],
  introspection_signature_unchecked: (e) => [
    'Signed response, signature not checked',
    `The answer is a JWT, and its signature cannot be checked here: ${checkWords(e('reason'), e)}.`,
  ],
  introspection_not_signed: () => [
    'Not signed',
    'A signed response was asked for, and the server answered with plain JSON.',
    'Register the client for signed introspection responses (introspection_signed_response_alg), or ask for JSON.',
  ],
  introspection_jwt_malformed: (e) => [
    'Not the JWT it is said to be',
    `The answer is labelled ${e('contentType') || 'with no content type'}, but its body cannot be read as a JWT${e('segment') ? `: ${malformedPart(e('segment'))}, character ${Number(e('offset')) + 1}` : ''}.`,
  ],
  introspection_jwt_unexpected: (e) => [
    `${e('name') || 'A member'} of the signed response`,
    `Expected ${e('expected') || 'an object'}; the answer has ${e('actual') || 'none'}.`,
    advices[e('name')] ?? 'Do not rely on the answer before you know why.',
  ],
  introspection_member_odd: (e) => [
    `${e('member')} means something else here`,
    e('member') === 'exp'
      ? 'The answer says exp: 0. That is no time: doorkeeper and others mean that the token never expires.'
      : `The answer says ${e('member')} "${e('value')}" where the kind of token belongs, such as Bearer.`,
  ],
  introspection_scope_less: (e) => [
    'The server knows fewer scopes',
    `The token was taken for one with “${e('held')}”; the server says ${e('granted') ? `“${e('granted')}”` : 'that it has none'}. Missing: ${e('missing')}.`,
    'What the server says counts: an API that introspects will refuse what needs the missing scope.',
  ],
} satisfies Partial<FindingWriters>

const advices: Readonly<Record<string, string>> = {
  iss: 'The issuer of the environment may be wrong, or another server answered.',
  aud: 'The response was made for another client. Introspect as the client that is named there.',
  typ: 'A strict API refuses it: without this typ, other JWTs of the server could be taken for a response.',
  'Content-Type': 'A strict API refuses it.',
  token_introspection: 'The server follows a draft of RFC 9701; a strict API refuses it.',
}
