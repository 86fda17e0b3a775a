import { type EndpointKind, endpointKinds } from '../../catalogue/endpoint-paths.ts'
import { oneOf } from '../../common/one-of.ts'
import type { Lookup } from '../lookup.ts'
import type { FindingWriters } from '../findings/writer.ts'
import { known, opening } from './opening.ts'

const places: Readonly<Record<EndpointKind, string>> = {
  token: 'the token endpoint',
  authorization: 'the authorization endpoint, where people sign in',
  introspection: 'the introspection endpoint',
  revocation: 'the revocation endpoint',
  userinfo: 'the UserInfo endpoint',
  keys: 'the key set (JWKS)',
  metadata: 'the metadata document',
  device: 'the device authorization endpoint',
  logout: 'the logout endpoint',
  registration: 'the client registration endpoint',
  par: 'the pushed authorization request endpoint',
  issuer: 'the server’s base address',
  tls: 'a port that takes TLS only',
  page: 'a web page',
}

const placeOf = (is: string): string => places[oneOf(endpointKinds, is) ?? 'page']

const endpoints: Readonly<Record<string, string>> = {
  introspection: 'introspection endpoint',
  revocation: 'revocation endpoint',
  jwks: 'key set',
  discovery: 'metadata address',
  api: 'address of the API',
}

/** True for what is read with GET. */
const isRead = (e: Lookup<'step'>): boolean => e('step') === 'jwks' || e('step') === 'discovery'

/** What the request was meant for. */
const endpointOf = (e: Lookup<'step'>): string => endpoints[e('step')] ?? 'token endpoint'

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
    `${opening(e)}The request went to ${e('host') || 'a host that does not serve it'}.${known(' The server publishes ', e('wanted'), '.')}`,
    e('wanted') ? `Use ${e('wanted')}.` : 'Check the host in the URL: this one does not take the request.',
  ],
  wrong_token_url: (e) => [
    `There is no ${endpointOf(e)} at this address`,
    `${opening(e)}${
      e('product')
        ? `What answers at ${e('url')} is the start page of ${e('product')}: no application is set up there.`
        : `${e('url') || 'The URL'} is not the ${endpointOf(e)}${e('differs') === 'slash' ? '; a slash at the end makes it another address' : e('differs') === 'scheme' ? '; the scheme is another one' : ''}.`
    }${known(' The server publishes ', e('wanted'), '.')}`,
    e('wanted')
      ? `Use ${e('wanted')}.`
      : e('looksRight') === 'yes'
        ? 'Check tenant, realm and version in the path. Discover finds the address where the server publishes its metadata.'
        : 'Check the path. Discover finds it where the server publishes its metadata.',
  ],
  wrong_endpoint: (e) => [
    e('is') === 'tls' ? 'Plain http on a TLS port' : `This is ${placeOf(e('is'))}`,
    e('is') === 'tls'
      ? `${opening(e)}${e('url') || 'The URL'} begins with http, and the port seems to take TLS only.`
      : `${opening(e)}${e('url') || 'The URL'} is ${placeOf(e('is'))}${known(', titled “', e('title'), '”')}, not the ${endpointOf(e)}.${known(' The server publishes ', e('wanted'), '.')}`,
    e('wanted') || e('usual')
      ? `Use ${e('wanted') || e('usual')}.`
      : 'Enter the right address, or let Discover find it where the server publishes its metadata.',
  ],
  sandbox_production_mismatch: (e) => [
    'Credentials of one environment at the host of another',
    `${opening(e)}${e('credentials') ? `The client ID looks like one for ${e('credentials')}, and ${e('host') || 'the host'} is for another environment.` : `${e('host') || 'The host'} is a sandbox, which has its own clients: those of production are unknown there.`}`,
    'Use the host that belongs to the credentials: sandbox and production are separate.',
  ],
  method_not_allowed: (e) => [
    'This address does not take this method',
    `${opening(e)}The request was a ${e('method') || 'POST'}.${known(' Allowed: ', e('allow'), '.')}`,
    e('step') === 'api'
      ? 'Choose the method that the API’s documentation gives.'
      : `Check the URL: ${isRead(e) ? 'this' : `the ${endpointOf(e)} takes POST, so this`} is probably another address.`,
  ],
  localhost_refused: (e) => [
    'Nobody listens on this port of your own computer',
    `${e('host') || 'localhost'}${known(':', e('port'))} is this computer itself, and nothing listens there. In a container it is the container.`,
    'Start the server, correct the port, or use the host name by which the server is reached from here (in Docker the service’s name or host.docker.internal).',
  ],
  proxy_needed: (e) => [
    'Perhaps reachable only through a proxy',
    `${e('host') || 'The host'}${known(':', e('port'))} could not be reached, and no proxy was used. In many companies, outside hosts are reached only through one.`,
    'Check the host name first. Then set the proxy under Network, or ask your network’s administrator.',
  ],
  port_speaks_http: (e) => [
    'This port speaks plain http',
    `The URL begins with https, and what answers on ${e('host') || 'the host'}${known(':', e('port'))} is not TLS.`,
    e('wanted')
      ? `Use ${e('wanted')}, or the port on which the server speaks TLS.`
      : 'Use the port on which the server speaks TLS.',
  ],
  tls_too_old: (e) => [
    'The server’s TLS is too old',
    e('is') === 'renegotiation'
      ? `${e('host') || 'The server'} wants an unsafe renegotiation, which current TLS libraries refuse.`
      : e('is') === 'key'
        ? `A certificate or key of ${e('host') || 'the server'} is too short for today’s rules.`
        : e('is') === 'weak'
          ? `A certificate in the chain of ${e('host') || 'the server'} has a key that is too short, or a signature by a broken hash such as SHA-1.`
          : e('is') === 'cipher'
            ? `${e('host') || 'The server'} and this app have no cipher in common.`
            : `${e('host') || 'The server'} speaks only TLS versions that are no longer accepted.`,
    'The server has to be updated (TLS 1.2 or 1.3, RFC 5746, keys of 2048 bits or more). There is no setting here to weaken it.',
  ],
  tls_intercepted: (e) => [
    'Someone on the way replaces the certificate',
    `The certificate of ${e('host') || 'the host'} was issued by ${e('issuer') || 'an authority that is not public'}. ${e('product') ? `That is ${e('product')}, which reads the traffic` : 'Company proxies and virus scanners do that'}.`,
    'Add that authority under Trusted authorities, if it is your company’s.',
  ],
  tls_chain_incomplete: (e) => [
    'The server does not send its whole certificate chain',
    `${e('host') || 'The server'} sent its own certificate${known(', issued by ', e('issuer'))}, without the ones that lead to a trusted authority.`,
    'Let the server send the whole chain, or add the missing certificate under Trusted authorities.',
  ],
} satisfies Partial<FindingWriters>
