import type { FindingWriters } from '../findings/writer.ts'
import { known, opening } from './opening.ts'

export const placeCauseWriters = {
  wrong_tenant: (e) => [
    'Another tenant or realm',
    `${opening(e)}The tenant or realm${known(' ', e('tenant'))} in the URL does not exist or is not the client’s.`,
    'Correct the tenant in the issuer and endpoints: take it from the server’s console.',
  ],
  wrong_authorization_server: (e) => [
    'Another authorization server',
    `${opening(e)}The authorization server${known(' ', e('name'))} in the URL is not the one for these scopes or this client.`,
    'Use the endpoint of the authorization server in which the scopes are defined.',
  ],
  wrong_token_host: (e) => [
    'Another host',
    `${opening(e)}The request went to ${e('host') || 'a host that is not meant for it'}${known('; meant is ', e('wanted'))}.`,
    'Correct the host in the token endpoint.',
  ],
  wrong_token_url: (e) => [
    'There is no token endpoint at this address',
    `${opening(e)}${e('url') || 'The URL'} is not where tokens are issued${known('; the server publishes ', e('wanted'))}.`,
    e('wanted')
      ? `Set Token endpoint to ${e('wanted')}.`
      : 'Check the path: Discover finds it where the server publishes its metadata.',
  ],
  wrong_endpoint: (e) => [
    `This is ${e('is') || 'another endpoint'}`,
    `${opening(e)}${e('url') || 'The URL'} is ${e('is') || 'another endpoint'}, not the one for this request${known('; the server publishes ', e('wanted'))}.`,
    e('wanted') ? `Use ${e('wanted')}.` : 'Enter the right endpoint, or let Discover find it.',
  ],
  sandbox_production_mismatch: (e) => [
    'Credentials of one environment at the host of another',
    `${opening(e)}The credentials look like those of ${e('credentials') || 'another environment'}; ${e('host') || 'the host'} is not for these.`,
    'Use the host that belongs to the credentials: sandbox and production are separate.',
  ],
  method_not_allowed: (e) => [
    'This address does not take this method',
    `${opening(e)}Sent was ${e('method') || 'another method'}${known('; allowed is ', e('allow'))}.`,
    e('step') === 'api'
      ? 'Choose the method that the API’s documentation gives.'
      : 'Check the URL: token endpoints take POST, so this is probably another address.',
  ],
  localhost_refused: (e) => [
    'Nobody listens on this port of your own computer',
    `${e('host') || 'localhost'}${known(':', e('port'))} is this computer itself. Nothing listens there. Within a container it is the container.`,
    'Start the server, correct the port, or use the host name by which the server is reached from here (in Docker the service’s name or host.docker.internal).',
  ],
  proxy_needed: (e) => [
    'Perhaps reachable only through a proxy',
    `No connection to ${e('host') || 'the host'}${known(':', e('port'))} came about, and no proxy was used. In many companies outside hosts are reached only through one.`,
    'Set the proxy under Network, or ask your network’s administrator.',
  ],
  port_speaks_http: (e) => [
    'This port speaks plain http',
    `The URL begins with https, and what answers on ${e('host') || 'the host'}${known(':', e('port'))} is no TLS.`,
    `${e('wanted') ? `Use ${e('wanted')}` : 'Begin the URL with http://'} for a server on this computer, or the port on which it speaks TLS.`,
  ],
  tls_too_old: (e) => [
    'The server’s TLS is too old',
    e('is') === 'renegotiation'
      ? `${e('host') || 'The server'} wants an unsafe renegotiation, which current TLS libraries refuse.`
      : e('is') === 'key'
        ? `A certificate or key of ${e('host') || 'the server'} is too short for today’s rules.`
        : e('is') === 'cipher'
          ? `${e('host') || 'The server'} and this app have no cipher in common.`
          : `${e('host') || 'The server'} speaks only TLS versions that are no longer accepted.`,
    'The server has to be updated (TLS 1.2 or 1.3, RFC 5746, keys of 2048 bits or more). There is no setting here to weaken it.',
  ],
  tls_intercepted: (e) => [
    'Someone on the way replaces the certificate',
    `The certificate of ${e('host') || 'the host'} was issued by ${e('issuer') || 'an authority that is not public'}. Company proxies and virus scanners do that.`,
    'Add that authority under Trusted authorities, if it is your company’s.',
  ],
  tls_chain_incomplete: (e) => [
    'The server does not send its whole certificate chain',
    `${e('host') || 'The server'} sent its own certificate${known(', issued by ', e('issuer'))}, without the ones that lead to a trusted authority.`,
    'Let the server send the whole chain, or add the missing certificate under Trusted authorities.',
  ],
} satisfies Partial<FindingWriters>
