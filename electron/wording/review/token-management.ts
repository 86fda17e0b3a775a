import type { tokenManagement } from '../../catalogue/review/token-management.ts'
import { duration } from '../duration.ts'
import { counted } from './counted.ts'
import { namesIn } from './names-in.ts'
import { withoutToken } from './without-token.ts'
import type { ReviewWriters } from './writer.ts'

const advised = '3600 s or less is advised'

const shorten =
  'Ask the operator of the authorization server to set the access token lifetime of this client to 3600 s or less.'

const leaked = (seconds: string): string => `A leaked token works until it expires. This one lives ${lifeOf(seconds)}.`

const tenYears = 315_576_000

const lifeOf = (seconds: string): string => (Number(seconds) > tenYears ? 'more than 10 years' : duration(seconds))

/** Whole, or with one digit where that says more. */
function perToken(calls: string, tokens: string): string {
  const ratio = Number(calls) / Number(tokens)
  return ratio < 10 ? String(Math.round(ratio * 10) / 10) : String(Math.round(ratio))
}

const keepToken = 'Keep a token in memory and use it for all calls until shortly before it expires.'

export const tokenManagementWriters: ReviewWriters<typeof tokenManagement> = {
  lifetime_short: (e) => ({
    line: `Lifetime ${e('seconds')} s`,
    why: leaked(e('seconds')),
  }),
  lifetime_over_hour: (e) => ({
    line: `Lifetime ${e('seconds')} s; ${advised}`,
    why: leaked(e('seconds')),
    advice: shorten,
  }),
  lifetime_over_day: (e) => ({
    line: `Lifetime ${e('seconds')} s; ${advised}`,
    why: leaked(e('seconds')),
    advice: shorten,
  }),
  lifetime_over_day_bound: (e) => ({
    line: `Lifetime ${e('seconds')} s; ${advised}`,
    why: `The token lives ${lifeOf(e('seconds'))}. It is bound to ${e('binding') === 'dpop' ? 'a DPoP key' : 'the client certificate'}, so it is of no use without the key, where the API checks that.`,
    advice: shorten,
  }),
  lifetime_without_exp: (e) => ({
    line: 'The token has no exp claim',
    why: `An API that validates the token by its claims cannot see when it expires.${e('seconds') === '' ? '' : ` Only the answer says ${e('seconds')} s.`}`,
    advice: 'Ask the operator of the authorization server to put exp into access tokens.',
  }),
  lifetime_not_said: () => ({
    line: 'The server does not say how long the token lives',
    why: 'The answer has no expires_in, and the token has no readable exp. It may be valid for a long time.',
    advice: 'Ask the operator of the authorization server for the lifetime, and to send expires_in.',
  }),
  lifetime_unreadable: (e) => ({
    line: `Lifetime ${e('value')} is not a number of seconds to rely on`,
    why: 'The lifetime is not positive, or exp is in milliseconds. How long the token works cannot be read from it.',
    advice: 'Ask the operator of the authorization server to send exp, iat and expires_in in seconds.',
  }),
  lifetime_without_token: () => withoutToken('The lifetime is read from a token.'),

  tokens_reused: (e) => ({
    line: `${perToken(e('calls'), e('tokens'))} calls per token in the last ${e('days')} days`,
    why: 'Tokens requested here are reused until shortly before they expire. How your services do it cannot be seen from here.',
  }),
  tokens_not_reused: (e) => ({
    line: `${e('early')} of ${counted(e('tokens'), 'token')} requested while an earlier one was valid`,
    why: `Counted here in the last ${e('days')} days. Each request sends the credentials once more and loads the authorization server.`,
    advice: keepToken,
  }),
  tokens_renewed_early: (e) => ({
    line: `Renewed ${e('renewBefore')} s before expiry, of ${e('lifetime')} s`,
    why: 'A new token is requested although most of the lifetime of the last one is left.',
    advice: 'Set Renew before expiry to less than half of the lifetime.',
  }),
  tokens_not_used: (e) => ({
    line: `${counted(e('tokens'), 'token')} requested for ${counted(e('calls'), 'API call')}`,
    why: `Counted here in the last ${e('days')} days. Tokens that are requested to look at them do not show how a service keeps them.`,
    advice: keepToken,
  }),
  reuse_not_seen: (e) => ({
    line: `Too few requests to see: ${counted(e('tokens'), 'token')}, ${counted(e('calls'), 'API call')}`,
    why: `Counted here in the last ${e('days')} days. How your services keep tokens cannot be seen from here.`,
    advice: keepToken,
  }),
  reuse_not_recorded: () => ({
    line: 'Requests of this environment are not recorded',
    why: 'Whether tokens are reused is counted in the history.',
    advice: 'Turn on recording for this environment.',
  }),

  scopes_needed: (e) => ({
    line: `Every scope is needed by a saved call: ${namesIn(e('scopes'))}`,
    why: 'Each requested scope is one that a saved call says it needs.',
  }),
  scopes_unused: (e) => ({
    line: `Requested, but needed by no saved call: ${namesIn(e('scopes'))}`,
    why: 'A leaked token may do all that its scopes allow.',
    advice: 'Remove these scopes from Scopes, or note them at the calls that need them.',
  }),
  scopes_unlimited: (e) => ({
    line: `Requested scope that allows everything by its name: ${namesIn(e('scopes'))}`,
    why: 'A leaked token may do all that its scopes allow. What this one allows is known to the server only.',
    advice: 'Request the scopes that the calls need. Ask the operator for narrower ones where there are none.',
  }),
  scopes_left_to_server: (e) => ({
    line: `No scope is requested; the server granted ${namesIn(e('scopes'))}`,
    why: 'Without a requested scope the server grants its default, which may be all that the client is allowed.',
    advice: 'Enter the scopes that the calls need under Scopes.',
  }),
  no_scopes: () => ({
    line: 'No scope is requested, and none is granted',
    why: 'What the token allows does not depend on scopes.',
  }),
  scopes_of_default: (e) => ({
    line: `${e('scope')} requests all that was assigned`,
    why: 'The server grants everything that an administrator assigned to the client, so the request cannot ask for less.',
    advice: 'Have the administrator review what is assigned to this client.',
  }),
  scopes_not_noted: (e) => ({
    line: counted(e('count'), 'saved call does not say its scope', 'saved calls do not say their scopes'),
    why: 'Requested scopes are compared with those that the saved calls need.',
    advice: 'Enter the scope that each call needs.',
  }),
  scopes_without_calls: () => ({
    line: 'No saved call to compare the scopes with',
    why: 'Requested scopes are compared with those that the saved calls need.',
    advice: 'Save the API calls of this client with the scope that each needs.',
  }),
  scopes_without_token: () => ({
    line: 'No scope is requested, and no token shows what is granted',
    why: 'Without a requested scope the server grants its default.',
    advice: 'Request a token.',
  }),
  default_scope_not_seen: () => ({
    line: 'No scope is requested, and the server does not say what it granted',
    why: 'The answer has no scope, and the token cannot be read. Without a requested scope the server grants its default.',
    advice: 'Introspect the token, or ask the operator what is granted, then enter the scopes that the calls need.',
  }),

  usage_recorded: (e) => ({
    line: `Requests are recorded: ${counted(e('requests'), 'token request')} in ${e('days')} days`,
    why: 'What is sent from here is in the history. What your services send is in the log of the server, which cannot be seen from here.',
  }),
  usage_of_file: () => ({
    line: 'No history: only a file was reviewed',
    why: 'A file has no history, so it does not show how tokens are requested and used.',
    advice: 'Import the file into the app, or record token requests where the client runs.',
  }),
  usage_not_recorded: () => ({
    line: 'Requests of this environment are not recorded',
    why: 'Nobody can look up later what was requested from here, and drift and activity show nothing.',
    advice: 'Turn on recording for this environment.',
  }),

  no_refresh_token: () => ({
    line: 'None was issued',
    why: 'The client has its credentials to request a new token when one expires.',
  }),
  refresh_token_issued: () => ({
    line: 'The server issued a refresh token',
    why: 'It is one more long-lived credential that can leak, and the client does not need it: it can request a new token with its own credentials.',
    advice: 'Ask the operator of the authorization server to issue no refresh tokens for the client credentials grant.',
  }),
  refresh_token_requested: (e) => ({
    line: `Scope ${e('scope')} requests a refresh token`,
    why: 'With the client credentials grant a new token is requested instead, so this scope is of no use.',
    advice: `Remove ${e('scope')} from Scopes.`,
  }),
  refresh_without_token: () => withoutToken('Whether a refresh token comes with it is read from the answer.'),
}
