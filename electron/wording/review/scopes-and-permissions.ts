import type { scopesAndPermissions } from '../../catalogue/review/scopes-and-permissions.ts'
import { scopesReviewDays, usageDays } from '../../vocabulary/review.ts'
import { counted } from './counted.ts'
import { namesIn } from './names-in.ts'
import { unclearText } from './unclear.ts'
import { notProbed } from './without-result.ts'
import { withStatus } from './with-status.ts'
import { withoutToken } from './without-token.ts'
import type { ReviewWriters } from './writer.ts'

const stolen = 'Whoever has the token, or the credentials, can do everything that is granted.'
const unchecked = 'A scope protects nothing unless the API checks it.'

export const scopesAndPermissionsWriters: ReviewWriters<typeof scopesAndPermissions> = {
  granted_as_needed: (e) => ({
    line: `Everything granted is needed: ${namesIn(e('scopes'))}`,
    why: `Saved API calls need every scope that this token has. ${stolen}`,
  }),
  granted_everything: (e) => ({
    line: `Granted without limits, by its name: ${namesIn(e('scopes'))}`,
    why: `No saved API call needs ${namesIn(e('scopes'))}, which by its name permits everything. ${stolen}`,
    advice: 'Ask the operator of the authorization server to grant the scopes that the calls need instead.',
  }),
  granted_not_needed: (e) => ({
    line: `Granted, and no saved call needs it: ${namesIn(e('scopes'))}`,
    why: `No saved API call of this environment needs ${namesIn(e('scopes'))}. ${stolen}`,
    advice:
      'Ask the operator of the authorization server to withdraw from this client what no call needs. If a call needs it, note that on the call.',
  }),
  granted_not_requested: (e) => ({
    line: `Granted, but not requested: ${namesIn(e('scopes'))}`,
    why: `The token has ${namesIn(e('scopes'))}, which the request did not ask for. ${stolen}`,
    advice:
      'Ask the operator of the authorization server why this client gets it, and to withdraw what it does not need.',
  }),
  need_not_noted: (e) => ({
    line: 'What the API calls need is not noted',
    why: `Granted: ${namesIn(e('scopes'))}. Whether the calls need all of it is known once each saved call notes its scopes.`,
    advice: 'Note on each saved API call which scopes it needs.',
  }),
  grant_not_said: () => ({
    line: 'Neither answer nor token says what is granted',
    why: 'The answer has no scope, none was requested, and the token has no readable scopes, permissions or roles.',
    advice: 'Ask the operator what this client may do. Introspection may say it.',
  }),
  grant_without_token: () => withoutToken('What is granted is read from a token and the answer that it came with.'),
  scopes_custom: (e) => ({
    line: namesIn(e('scopes')),
    why: 'These scopes name what this client may do, so that the API can tell one action from another.',
  }),
  scopes_general: (e) => ({
    line: `General scopes only: ${namesIn(e('scopes'))}`,
    why: `${namesIn(e('scopes'))} does not name what this client may do at the API. The API cannot tell one action from another by it.`,
    advice: 'Ask the operator of the API for scopes of each action, such as orders:read, and request those.',
  }),
  token_without_scopes: () => ({
    line: 'The token has no scopes',
    why: 'No claim of the token says what this client may do. Every API that accepts it has to decide by the client alone.',
    advice: 'Ask the operator of the API for scopes of each action, such as orders:read, and request those.',
  }),
  scopes_not_said: () => ({
    line: 'No scope is requested, and none is seen',
    why: 'Nothing here says what this client may do.',
    advice: 'Set Scope, if the API has scopes.',
  }),
  scopes_review_not_noted: () => ({
    line: 'Nothing here shows when the scopes were reviewed',
    why: 'Clients keep scopes that they no longer need. The review of them happens elsewhere.',
    advice: 'Review with the operator what this client may do. Then choose Accept… and note who reviewed it.',
  }),
  scopes_review_old: (e) => ({
    line: `Scopes last reviewed on ${e('on')}`,
    why: `A review of the scopes is noted for ${e('on')}, ${counted(e('days'), 'day')} ago. Every ${scopesReviewDays} days is advised.`,
    advice: 'Review with the operator what this client may do. Then choose Accept… and note who reviewed it.',
  }),
  missing_scope_refused: (e) => ({
    line: `A token without ${e('scope') || 'the scope'} was refused${withStatus(e('status'))}`,
    why: 'The probe sent a token without a scope that the call needs, and the API refused it.',
  }),
  missing_scope_accepted: (e) => ({
    line: `A token without ${e('scope') || 'the scope'} was accepted${withStatus(e('status'))}`,
    why: `The saved call notes that it needs ${e('scope') || 'the scope'}. The API served it with a token that lacks it. ${unchecked}`,
    advice: 'If the note on the call is right, ask the operator of the API to check the scopes of every request.',
  }),
  scope_refusal_seen: (e) => ({
    line: `The API refused ${counted(e('count'), 'call')} for a missing scope`,
    why: `In the last ${usageDays} days the API answered that the token lacks a scope. It checks the scopes of these calls.`,
  }),
  scope_check_unclear: (e) => ({
    line: `The probe does not say: ${unclearText(e('why'))}`,
    why: unchecked,
    advice: 'Run the probe again, or ask the operator of the API.',
  }),
  scope_check_not_probed: (e) =>
    notProbed(`${unchecked} No refusal for a missing scope was recorded in the last ${usageDays} days.`, e('cannot')),
}
