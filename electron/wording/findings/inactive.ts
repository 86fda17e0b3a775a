import type { FindingWriters } from './writer.ts'
import { duration } from '../duration.ts'

/** Why a server says `active: false`. */
export const inactiveWriters = {
  inactive_expired: (e) => [
    'Expired',
    `The token is inactive because it expired ${duration(e('secondsAgo'))} ago${byClock(e('at'))}${e('by') === 'expires_in' ? ', as the token response said' : ''}.`,
    'Request a new one.',
  ],
  inactive_revoked_here: (e) => [
    'Revoked',
    `The token is inactive because it was revoked here ${duration(e('secondsAgo'))} ago${byClock(e('at'))}.`,
  ],
  inactive_not_yet_valid: (e) => [
    'Not valid yet',
    Number(e('nbf')) > 1e11
      ? `The token says nbf ${e('nbf')}, which is no count of seconds: its issuer seems to count milliseconds. To every server it lies far in the future.`
      : `The token is valid in ${duration(e('secondsToGo'))} only, by its nbf${byClock(e('at'))}.`,
    Number(e('nbf')) > 1e11
      ? 'The authorization server has to send nbf in seconds.'
      : 'Ask again then. If you did not expect this, compare the clocks of the authorization server’s machines.',
  ],
  inactive_other_issuer: (e) => [
    'From another issuer',
    `The token says that it was issued by ${e('iss')}; the environment’s issuer is ${e('issuer')}. A server knows its own tokens only.`,
    'Introspect at the issuer that the token names, or correct the issuer of the environment: trailing slash, realm and tenant count.',
  ],
  inactive_caller_not_in_audience: (e) => [
    'Perhaps asked by a client that the token is not for',
    `${e('client_id')} asked, and ${e('aud') ? `the token is meant for ${e('aud')}` : 'the token’s aud is empty, so it is meant for nobody'}. Some servers (Keycloak) tell only those about a token that its aud names.`,
    'Introspect as the API that the token is for, or let the server put this client into aud (in Keycloak by an audience mapper).',
  ],
  inactive_opaque_elsewhere: (e) => [
    'Perhaps asked at another server',
    `The token is opaque and came from ${e('issuing')}; ${e('asked')} was asked about it. Only a server that shares the token store of the issuing one can look it up.`,
    'Check that both endpoints belong to one authorization server.',
  ],
  inactive_clocks_differ: (e) => [
    'Perhaps the clocks',
    `The server’s clock is ${duration(e('seconds'))} ${e('server') || 'apart from'} ${e('server') === 'ahead' ? 'of ' : ''}this computer’s, and the token is ${e('token') === 'ending' ? 'near its end' : e('token') || 'at an edge of its times'}: by one clock it may be within its times and by another not.`,
    'Set the clocks by a time server (NTP), those of all machines of the authorization server included.',
  ],
  inactive_unexplained: (e) => [
    'The server does not say why',
    `It may have been revoked elsewhere, be unknown to this server, or be none that this client may introspect.${e('token') === 'JWT' ? ' Some servers (oidc-provider 8) answer so for every JWT, valid ones included.' : ''}`,
    e('token') === 'JWT'
      ? 'Use Verify on the Token tab to see whether the JWT is genuine and within its times.'
      : 'Check that the token comes from this authorization server and that the client may introspect it.',
  ],
} satisfies Partial<FindingWriters>

const byClock = (at: string) => (at === '' ? '' : `, at ${at} by the server’s clock`)
