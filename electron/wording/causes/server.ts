import { endpointKinds } from '../../catalogue/endpoint-paths.ts'
import { oneOf } from '../../common/one-of.ts'
import type { FindingWriters } from '../findings/writer.ts'
import { duration } from '../duration.ts'
import { known, opening, subject } from './opening.ts'

const wanted: Readonly<Record<string, string>> = {
  accept: 'It cannot answer in a form that the Accept header names.',
  expect: 'It does not take the Expect header.',
}

/** What was found where the keys should be. */
const foundForKeys: Readonly<Record<string, string>> = {
  metadata: 'It is the metadata document, which names the address of the keys.',
  certificates: 'It holds certificates, not a JWK Set.',
  single_key: 'It holds one key, not a JWK Set with a list of keys.',
  page: 'It is a web page.',
  none: 'No key set came.',
}

export const serverCauseWriters = {
  rate_limited: (e) => [
    'Too many requests',
    `${opening(e)}The server limits how many it takes${e('inLastMinute') && Number(e('inLastMinute')) > 1 ? `; ${e('inLastMinute')} were sent from here in the last minute` : ''}.`,
    `${e('wait') ? `Wait ${duration(e('wait'))}.` : 'Wait.'}${e('step') === 'api' ? ' Make fewer calls, or spread them.' : ' Use each token until it expires: do not request one for each call.'}`,
  ],
  server_unavailable: (e) => [
    'The server is not available',
    `${opening(e)}The server, or what it needs behind it, does not answer. Nothing is wrong with the request as far as can be seen.`,
    'Try again later, and look at the provider’s status page.',
  ],
  server_error: (e) => [
    'An error in the server',
    `${opening(e)}The server failed while it handled the request${known('. Its trace or request ID: ', e('trace'))}.`,
    'Its log says why: give its operator the time of the request and this answer.',
  ],
  server_nonstandard: (e) => [
    'The server wants something the standard does not have',
    `${opening(e)}${wanted[e('wants')] ?? (e('wants') ? `It asks for ${e('wants')}.` : 'The standard does not have that.')}`,
    e('wants') === 'expect'
      ? 'Remove it under Headers.'
      : e('wants') === 'accept'
        ? 'Set an Accept header under Headers that the server’s documentation names.'
        : 'Add it under Parameters or Headers.',
  ],
  http_version_required: (e) => [
    'The server wants another version of HTTP',
    `${opening(e)}This app speaks HTTP/1.1.`,
    'Reach it through a gateway that takes HTTP/1.1.',
  ],
  redirect_to_login: (e) => [
    'A login page in place of an answer',
    `${opening(e)}${e('title') ? `The page is titled “${e('title')}”. ` : ''}${e('location') ? `It leads to ${e('location')}. ` : ''}A web page where people sign in is no answer for a program.`,
    e('step') === 'api'
      ? 'The address probably is the one for browsers, or the API did not accept the token. Use the API’s own address.'
      : 'Check the URL: it probably is the one for browsers.',
  ],
  proxy_answered: (e) => [
    'A proxy answered, not the server',
    `${opening(e)}The answer comes from ${e('proxy') || 'a proxy on the way'}${known(', with a page titled “', e('title'), '”')}.`,
    'Let the proxy pass this host, or bypass it under Network.',
  ],
  firewall_blocked: (e) => [
    'A firewall refused the request',
    `${opening(e)}This is how ${e('product') || 'a firewall or gateway in front of the server'} answers${known(' (“', e('title'), '”)')}, not an OAuth server.`,
    'Ask the server’s operator to let your address and this path pass. Client and secret do not matter until then.',
  ],
  captive_portal: (e) => [
    'The network wants you to sign in first',
    `${opening(e)}What answered is the sign-in page of a network${known(', at ', e('location'))}${known(', titled “', e('title'), '”')}.`,
    'Open a browser, sign in to the network, and try again.',
  ],
  legal_block: (e) => [
    'Not available for legal reasons',
    `${opening(e)}The server may not serve this place.`,
    'Ask its operator.',
  ],
  clock_skew: (e) => [
    'The clocks differ',
    `${opening(e)}${
      e('seconds')
        ? `The server’s clock is ${duration(e('seconds'))} ${e('server') === 'ahead' ? 'ahead of' : 'behind'} ${e('about') === 'issued' ? 'the one of the server that issued the token' : 'this computer’s'}.`
        : 'What the server says of times fits only if the clocks of two machines differ.'
    }`,
    'Set the clocks of both machines by a time server (NTP).',
  ],
  jwks_wrong_url: (e) => [
    'There is no key set at this address',
    `${opening(e)}${foundForKeys[e('is')] ?? 'What is there is not a JWK Set.'}${known(' The server publishes ', e('wanted'), '.')}`,
    e('wanted') ? `Set JWKS URI to ${e('wanted')}.` : 'Take jwks_uri from the server’s metadata.',
  ],
  jwks_stale: (e) => [
    'The keys that are known there are old',
    `${opening(e)}The token is signed with key ${e('kid') || '(no kid)'}, which the authorization server publishes${e('step') === 'api' ? '; the API seems to have an older key set' : ''}.`,
    'Let the API read the key set again. Servers should publish new keys before they sign with them.',
  ],
  metadata_wrong_url: (e) => [
    'No metadata at this address',
    `${opening(e)}${e('is') === 'page' ? `${subject(e)} is a web page.` : oneOf(endpointKinds, e('is')) !== null ? 'The address of an endpoint was entered as issuer.' : 'No metadata document is published for this issuer.'}`,
    e('wanted')
      ? `Try the issuer ${e('wanted')}.`
      : 'Check the issuer: tenant, realm and path count. Endpoints can be entered by hand as well.',
  ],
} satisfies Partial<FindingWriters>
