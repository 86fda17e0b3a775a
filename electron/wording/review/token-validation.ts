import type { tokenValidation } from '../../catalogue/review/token-validation.ts'
import { uncapital } from '../../common/uncapital.ts'
import { duration } from '../duration.ts'
import { notProbed, withoutResult } from './without-result.ts'
import { withStatus } from './with-status.ts'
import { withoutToken } from './without-token.ts'
import type { ReviewWords, ReviewWriters } from './writer.ts'

const askApi = 'Ask the operator of the API'
const askServer = 'Ask the operator of the authorization server'

export const tokenValidationWriters: ReviewWriters<typeof tokenValidation> = {
  wrong_audience_refused: (e) => ({
    line: `A wrong audience was refused${withStatus(e('status'))}`,
    why: 'The API takes tokens that are for it, and no others.',
  }),
  wrong_audience_accepted: (e) => ({
    line: `A token for another audience was accepted${withStatus(e('status'))}`,
    why: `${called(e('call'))} accepted a token${e('audience') === '' ? ' for another audience' : ` for ${e('audience')}`}. A token that another API is given, or leaks, works here.`,
    advice: `${askApi} to check aud: a token that does not name this API is refused with 401.`,
  }),
  wrong_audience_not_probed: (e) =>
    notProbed('Where an API does not check the audience, a token for another API works there.', e('cannot'), {
      of: 'Audience',
    }),
  wrong_audience_unclear: (e) => withoutResult(e('why')),

  changed_token_refused: (e) => ({
    line: `A changed token was refused${withStatus(e('status'))}`,
    why: 'The API checks the signature of tokens.',
  }),
  changed_token_accepted: (e) => ({
    line: `A token with a changed signature was accepted${withStatus(e('status'))}`,
    why: `${called(e('call'))} does not check the signature. Anybody can write a token that it accepts.`,
    advice: `${askApi} to check the signature with the keys of the authorization server, at once.`,
  }),
  token_not_needed: (e) => ({
    line: 'A call works without its token',
    why: `${called(e('call'))} is set to carry the token, and the API answered the same without one. Either it needs none, or the API checks none.`,
    advice: `If it is public, set the call to carry no token. Else ${uncapital(askApi)} to require one.`,
  }),
  changed_token_not_probed: (e) =>
    notProbed('Where an API does not check the signature, anybody can write a token that it accepts.', e('cannot'), {
      of: 'Signature',
    }),
  changed_token_unclear: (e) => withoutResult(e('why')),
  changed_token_without_signature: () => ({
    line: 'The token is opaque: it has no signature to change',
    why: 'The API has to ask the authorization server about an opaque token. Whether it does cannot be seen here.',
  }),

  audience_named: (e) => ({
    line: `The token is for ${e('aud')}`,
    why: 'An API can refuse a token that does not name it.',
  }),
  audience_missing: () => ({
    line: 'The token names no audience',
    why: 'The token has no aud that can be read. Each API that trusts this issuer may accept it, and cannot tell that it is for another one.',
    advice: `Set Audience or Resource under Configure, where the server takes them. Else ask ${operator} to put the API into aud.`,
  }),
  audience_for_all: (e) => ({
    line: `The audience of the token is ${e('aud')}`,
    why: 'It names all APIs, so that none can refuse it.',
    advice: `${askServer} to put the API into aud that the token is for.`,
  }),
  audience_not_an_api: (e) => ({
    line: `The audience is ${e('is') === 'client_id' ? 'your client ID' : 'the authorization server'}, not the API`,
    why: `aud is ${e('aud')}. An API that accepts it cannot tell whether the token is for it.`,
    advice: `Set Audience or Resource under Configure, where the server takes them. Else ask ${operator} to put the API into aud.`,
  }),
  audience_not_visible: () => ({
    line: 'The token is opaque: its audience cannot be seen',
    why: 'Nothing that was recorded names its audience. Introspection can show it.',
    advice: 'Introspect the token.',
  }),
  audience_not_introspected: () => ({
    line: 'Introspection names no audience',
    why: 'The token is opaque, and introspection says that it is active without aud. Which APIs it is for cannot be seen.',
    advice: `${askServer} to name the API in aud of introspection, and to tell other APIs that the token is not active.`,
  }),
  audience_without_token: () => withoutToken('The audience is read from a token.'),

  algorithm_asymmetric: (e) => ({
    line: `Signed with ${e('alg')}`,
    why: 'APIs check it with a public key, and cannot sign with it.',
  }),
  algorithm_symmetric: (e) => ({
    line: `Signed with ${e('alg')}: who checks it can sign`,
    why: 'Each API that checks the signature has the key, and can write tokens with it.',
    advice: `${askServer} to sign tokens with PS256, ES256, EdDSA or RS256.`,
  }),
  algorithm_weak: (e) => ({
    line: e('alg').toLowerCase() === 'none' ? 'The token has no signature' : `Signed with ${e('alg')}, which is broken`,
    why: 'Anybody can write a token that looks as genuine as this one.',
    advice: `${askServer} to sign tokens with PS256, ES256, EdDSA or RS256.`,
  }),
  algorithm_unusual: (e) => ({
    line: `alg is ${e('alg')}, which is not known here`,
    why: 'How strong it is cannot be said.',
    advice: `${askServer} which algorithm it is, and that APIs accept no other.`,
  }),
  algorithm_not_visible: () => ({
    line: 'The token is opaque: it shows no signature',
    why: 'The API has to ask the authorization server about it.',
  }),
  algorithm_without_token: () => withoutToken('The algorithm is read from a token.'),

  profile_followed: () => ({
    line: 'The token follows the JWT profile of RFC 9068',
    why: 'It has all claims that APIs check, and cannot be taken for an ID token.',
  }),
  profile_core_claims: (e) => ({
    line: 'The token names its issuer and its end',
    why: `APIs can check iss and exp. ${e('typ') === '' ? 'It has no typ' : `Its typ is ${e('typ')}`}, so it does not say that it follows RFC 9068.`,
  }),
  profile_claims_missing: (e) => ({
    line: `The token has no ${e('claims')} that can be read`,
    why: missingWhy(e('claims')),
    advice: `${askServer} to put ${e('claims')} into tokens.`,
  }),
  profile_incomplete: (e) => ({
    line: `The token lacks ${e('claims')}`,
    why: 'Its typ at+jwt says that it follows RFC 9068, which requires these claims. APIs that check them refuse it.',
    advice: `${askServer} to put ${e('claims')} into tokens.`,
  }),
  profile_id_token: (e) => ({
    line: 'The token looks like an ID token',
    why: `It has ${e('claims')}, as ID tokens have. ID tokens are for clients; an API that accepts them accepts what was issued for a login.`,
    advice: `${askServer} for access tokens with typ at+jwt.`,
  }),
  profile_not_visible: () => ({
    line: 'The token is opaque: it shows no claims',
    why: 'The API has to ask the authorization server about it.',
  }),
  profile_without_token: () => withoutToken('The claims are read from a token.'),

  introspection_refuses_strangers: (e) => ({
    line: `Strangers get ${e('status') === '' ? 'no answer' : e('status')} from introspection`,
    why: 'The endpoint was asked without credentials, and said nothing of the token.',
  }),
  introspection_hides_from_strangers: () => ({
    line: 'Strangers only learn that a token is not active',
    why: 'The endpoint was asked without credentials about an active token, and said nothing of it.',
  }),
  introspection_answers_strangers: (e) => openIntrospection(e('members')),
  introspection_without_credentials: () => ({
    line: 'Introspection answers without credentials',
    why: 'The last request carried no credentials, and the server said that the token is active. Anybody can try tokens there.',
    advice: `${askServer} to require client authentication at the introspection endpoint. Then set it under Configure.`,
  }),
  introspection_not_probed: (e) =>
    notProbed('Whoever may introspect a token learns whose it is and what it may do.', e('cannot')),
  introspection_unclear: (e) => withoutResult(e('why')),
  introspection_not_set: () => ({
    line: 'No introspection endpoint is set',
    why: 'Without it, APIs validate tokens by their signature, and learn nothing of a revocation.',
    advice: 'Set the introspection endpoint under Configure, if the server has one.',
  }),

  cache_not_visible: () => ({
    line: 'The API’s cache cannot be seen from here',
    why: 'What an API remembers of a token should end with the token.',
    advice: `${askApi} for how long it remembers a token. It should be minutes, and never longer than until exp.`,
  }),
  expired_token_accepted: (e) => ({
    line: `The API accepted a token ${duration(e('seconds'))} after its end`,
    why: 'The API does not check exp, or remembers tokens for longer than they live.',
    advice: `${askApi} to check exp, and to forget a token when it expires.`,
  }),
  expired_token_refused: (e) => ({
    line: `An expired token was refused${withStatus(e('status'))}`,
    why: 'What the API remembers of a token ends with the token. For how long it remembers it cannot be seen.',
  }),

  revocation_effective: (e) => ({
    line: effective[e('by')] ?? 'A revoked token works no longer',
    why: 'A token that leaked can be stopped before it expires.',
  }),
  revocation_without_effect: () => ({
    line: 'A revoked token is still active',
    why: 'The server accepted the revocation, and introspection says active all the same. A leaked token cannot be stopped.',
    advice: `${askServer} to have revocation end the token at once.`,
  }),
  revocation_not_checked_by_api: (e) => ({
    line: 'The API accepts a revoked token',
    why: `${called(e('call'))} accepted the token after its revocation${e('seconds') === '' ? '. It may do so until the token expires' : `. It lives ${duration(e('seconds'))} more`}.`,
    advice: `${askApi} to introspect tokens, or the operator of the authorization server to shorten their lifetime.`,
  }),
  revocation_waits_for_expiry: (e) => ({
    line: `Revoked tokens end within ${duration(e('seconds'))}`,
    why: 'The API checks tokens without asking the server, and accepts a revoked one until it expires. Its lifetime is short.',
  }),
  revocation_not_supported: () => ({
    line: 'The server does not revoke access tokens',
    why: 'It answers unsupported_token_type. A leaked token works until it expires.',
    advice: `${askServer} to support revocation of access tokens, or to keep their lifetime short.`,
  }),
  revocation_not_probed: (e) =>
    notProbed('Where revocation has no effect, a leaked token cannot be stopped.', e('cannot')),
  revocation_unclear: (e) => withoutResult(e('why')),
  revocation_not_set: () => ({
    line: 'No revocation endpoint is set',
    why: 'Without it, a leaked token works until it expires.',
    advice: 'Set the revocation endpoint under Configure, if the server has one.',
  }),
}

const operator = 'the operator of the authorization server'

const called = (call: string): string => (call === '' ? 'The API' : `The call ${call}`)

const effective: Readonly<Record<string, string>> = {
  api: 'The API refuses a revoked token',
  introspection: 'A revoked token is no longer active',
  both: 'A revoked token is not active, and the API refuses it',
}

const missingWhy = (claims: string): string => {
  if (claims === 'exp') return 'Without exp an API cannot tell when the token ends.'
  if (claims === 'iss') return 'Without iss an API cannot tell who issued the token.'
  return 'Without them an API cannot tell who issued the token, and when it ends.'
}

const openIntrospection = (members: string): ReviewWords => ({
  line: 'Anybody can introspect a token',
  why: `Without credentials the server said that the token is active${members === '' ? '' : `, with ${members.split(' ').join(', ')}`}. Anybody can try tokens there, and learns what they may do.`,
  advice: `${askServer} to require client authentication at the introspection endpoint.`,
})
