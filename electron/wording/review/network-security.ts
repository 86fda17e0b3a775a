import type { networkSecurity } from '../../catalogue/review/network-security.ts'
import { fieldLabel } from '../field-labels.ts'
import { counted } from './counted.ts'
import { certificateProblems } from '../tls.ts'
import { notProbed, withoutResult } from './without-result.ts'
import { withoutToken } from './without-token.ts'
import type { ReviewWords, ReviewWriters } from './writer.ts'

const askOperator = 'Ask the operator of the server'
const readOnTheWay = 'Whoever is on the way can read what is sent there, and change the answer.'
const andMore = (more: string): string => (more === '' ? '' : `, and ${more} more`)
const bearer = 'Whoever gets hold of a Bearer token can use it until it expires.'

export const networkSecurityWriters: ReviewWriters<typeof networkSecurity> = {
  endpoints_encrypted: (e) => ({
    line: `https at all ${counted(e('count'), 'address', 'addresses')}`,
    why: 'Credentials, tokens and keys are encrypted on their way.',
  }),
  endpoints_on_this_computer: () => ({
    line: 'Plain http only on this computer',
    why: 'What does not leave this computer need not be encrypted. Elsewhere it has to be.',
  }),
  endpoint_not_encrypted: (e) => ({
    line: `${fieldLabel(e('name')) ?? e('name')} at ${e('host')} is not encrypted${andMore(e('more'))}`,
    why: `Credentials and tokens go to ${e('host')} in clear. ${readOnTheWay}`,
    advice: `Change the URL to https. Where the server has none, ask its operator for it.`,
  }),
  trust_not_encrypted: (e) => ({
    line: `${fieldLabel(e('name')) ?? e('name')} at ${e('host')} is not encrypted${andMore(e('more'))}`,
    why:
      e('name') === 'jwks_uri'
        ? 'Whoever is on the way can replace the keys, and then sign tokens that pass.'
        : 'Whoever is on the way can replace the metadata, and have credentials sent elsewhere.',
    advice: `Change the URL to https. Where the server has none, ask its operator for it.`,
  }),
  call_not_encrypted: (e) => ({
    line: `The call ${e('name')} sends the token in clear${andMore(e('more'))}`,
    why: `The call goes to ${e('host')} by plain http. ${readOnTheWay}`,
    advice: 'Change the URL of the call to https. Revoke tokens that were sent in clear.',
  }),
  call_without_token_not_encrypted: (e) => ({
    line: `The call ${e('name')} is not encrypted${andMore(e('more'))}`,
    why: `The call goes to ${e('host')} by plain http. It carries no token. Its answer can be read and changed on the way.`,
    advice: 'Change the URL of the call to https.',
  }),
  endpoints_not_set: () => ({
    line: 'No endpoint is set',
    why: 'Without an endpoint there is nothing to look at.',
    advice: 'Set the endpoints under Configure.',
  }),

  tls_modern: (e) => ({
    line: `${e('versions')} at ${counted(e('count'), 'server')}`,
    why: 'These versions were agreed on. Which others a server accepts cannot be seen from here.',
  }),
  tls_cipher_old: (e) => ({
    line: `${e('host')} agreed on ${e('cipher')}${andMore(e('more'))}`,
    why: 'This cipher suite has no forward secrecy, or no authenticated encryption. Recorded traffic may be decrypted later.',
    advice: `${askOperator} to prefer TLS 1.3, or ECDHE with AES-GCM or ChaCha20.`,
  }),
  tls_deprecated: (e) => ({
    line: `${e('host')} agreed on ${e('version')}${andMore(e('more'))}`,
    why: 'It is deprecated: its encryption can be broken.',
    advice: `${askOperator} to turn on TLS 1.2 and TLS 1.3 with their recommended cipher suites.`,
  }),
  tls_only_deprecated: (e) => ({
    line: `${e('host')} has no TLS version that is safe${andMore(e('more'))}`,
    why: 'The handshake failed: the server takes neither TLS 1.2 nor TLS 1.3. Nothing was sent.',
    advice: `${askOperator} to turn on TLS 1.2 and TLS 1.3.`,
  }),
  tls_not_seen: () => ({
    line: 'No TLS connection was recorded',
    why: 'The version is read from a recorded exchange over https.',
    advice: 'Request a token.',
  }),

  tls_without_https: () => ({
    line: 'Nothing here is reached by https',
    why: 'No address here begins with https, so there is no TLS connection to look at.',
  }),

  certificate_trusted: (e) => ({
    line: `${e('count') === '1' ? 'Certificate is' : `${e('count')} certificates are`} trusted; ${counted(e('days'), 'day')} left`,
    why: 'Each server proved its name with a certificate of an authority that this environment trusts.',
  }),
  certificate_accepted_by_hand: (e) => ({
    line: `The certificate of ${e('host')} was accepted by hand${andMore(e('more'))}`,
    why: 'No authority has verified it. The app accepts only this certificate; other clients have to turn verification off.',
    advice: `${askOperator} for a certificate of an authority, or add their authority under Network.`,
  }),
  certificate_not_trusted: (e) => ({
    line: `The certificate of ${e('host')} ${untrusted[e('problem')] ?? 'is not trusted'}${andMore(e('more'))}`,
    why: 'The connection was given up, and nothing was sent. A client that goes on all the same cannot tell the server from another.',
    advice: `${askOperator} for a certificate of an authority, valid, and for the name that clients use.`,
  }),
  certificate_authority_not_known: (e) => ({
    line: `The certificate of ${e('host')} is of an unknown authority${andMore(e('more'))}`,
    why: 'Its authority is not trusted here, or the server does not send the intermediate certificate. Nothing was sent.',
    advice: 'If the authority is your own, add it under Network. Else ask the operator to send the complete chain.',
  }),
  certificate_weak: (e) => ({
    line: `The certificate of ${e('host')} is weak${andMore(e('more'))}`,
    why: `About a certificate of its chain: ${certificateProblems[e('problem') === 'weak_signature' ? 'weak_signature' : 'weak_key'].toLowerCase()}`,
    advice: `${askOperator} for a certificate with RSA of 2048 bits or more, or EC P-256, signed with SHA-256.`,
  }),
  certificate_ends: (e) => ({
    line:
      e('days') === '0'
        ? `The certificate of ${e('host')} ends today or has expired${andMore(e('more'))}`
        : `The certificate of ${e('host')} ends in ${counted(e('days'), 'day')}${andMore(e('more'))}`,
    why: 'Certificates that are renewed by themselves are renewed earlier. Once it ends, every request fails.',
    advice: `${askOperator} to renew it.`,
  }),
  certificate_not_seen_lately: (e) => ({
    line: `The certificate of ${e('host')} was last seen ${counted(e('days'), 'day')} ago${andMore(e('more'))}`,
    why: 'That certificate ends soon or has expired. It may have been renewed since.',
    advice: 'Request a token to see the certificate of today.',
  }),
  certificate_not_seen: () => ({
    line: 'No certificate was recorded',
    why: 'The certificate is read from a recorded exchange over https.',
    advice: 'Request a token.',
  }),

  certificate_without_https: () => ({
    line: 'Nothing here is reached by https',
    why: 'No address here begins with https, so no server shows a certificate.',
  }),

  plain_http_closed: (e) => ({
    line: e('how') === 'redirected' ? 'Plain http is redirected to https' : 'Plain http is refused',
    why:
      e('how') === 'redirected'
        ? 'Nothing is served in clear. What a client sends before the redirect can be read on the way all the same.'
        : 'A client with a wrong URL fails, and serves nobody a token in clear.',
  }),
  plain_http_answered: (e) => ({
    line: `${e('url')} is served in clear`,
    why: 'The server serves plain http as well as https. A client with a wrong URL works, and sends its credentials in clear.',
    advice: `${askOperator} to close plain http for these addresses, or to redirect it to https.`,
  }),
  plain_http_not_probed: (e) =>
    notProbed(
      'Where plain http is served as well, a client with a wrong URL sends its credentials in clear.',
      e('cannot'),
      { of: 'Plain http', advice: 'Run the probe. It sends no credentials.' },
    ),
  plain_http_unclear: (e) => withoutResult(e('why')),
  plain_http_without_https: () => ({
    line: 'Nothing here is reached by https',
    why: 'The probe asks servers that are reached by https whether they serve plain http too.',
  }),

  address_list_applied: () => ({
    line: 'The server refused an address that is not allowed',
    why: 'Token requests are accepted from known addresses only.',
  }),
  address_said: (e) => ({
    line: `The server saw ${e('address')}; its list cannot be seen`,
    why: 'Whether token requests from other addresses are refused cannot be seen from here.',
    advice: `${askOperator} to accept token requests of this client from known addresses only, where it runs at fixed ones.`,
  }),
  address_not_said: () => ({
    line: 'The server does not say which address it saw',
    why: 'Whether token requests from other addresses are refused cannot be seen from here.',
    advice: `${askOperator} to accept token requests of this client from known addresses only, where it runs at fixed ones.`,
  }),

  token_bound: (e) => ({
    line: e('kind') === 'dpop' ? 'The token is bound to a DPoP key' : 'The token is bound to the client certificate',
    why: 'Without its key a stolen token is of no use, where the API checks the key.',
  }),
  token_bearer: () => ({
    line: 'Bearer token: whoever holds it can use it',
    why: bearer,
    advice: 'For APIs with a high risk, ask the operator whether the server can bind tokens with mutual TLS or DPoP.',
  }),
  token_bearer_though_offered: (e) => ({
    line: `Bearer token, though the server offers ${nameOf[e('kind')] ?? ''}`,
    why: `${bearer} The metadata of the server says that it can bind tokens to a key.`,
    advice:
      e('kind') === 'dpop'
        ? 'Turn on DPoP under Configure. The API has to accept it as well.'
        : 'Set a client certificate under Network. The API has to check it as well.',
  }),
  token_not_bound_as_set: (e) => notBound(e('kind')),
  binding_not_visible: () => ({
    line: 'Whether the token is bound to the certificate cannot be seen',
    why: 'A client certificate went along, and the token is opaque. Introspection can show cnf, which names the certificate.',
    advice: 'Introspect the token.',
  }),
  binding_without_token: () => withoutToken('Whether a token is bound to a key is read from a token.'),
}

const nameOf: Readonly<Record<string, string>> = { dpop: 'DPoP', certificate: 'mutual TLS' }

const untrusted: Readonly<Record<string, string>> = {
  tls_expired: 'has expired',
  tls_not_yet_valid: 'is not valid yet',
  tls_wrong_host: 'is for another name',
  tls_self_signed: 'is self-signed',
  revoked: 'was revoked',
  purpose: 'is not meant for servers',
  too_weak: 'is too weak',
}

const notBound = (kind: string): ReviewWords => ({
  line: kind === 'dpop' ? 'DPoP is on, and the token is not bound' : 'Mutual TLS is on, and the token is not bound',
  why: `${kind === 'dpop' ? 'The server issued a Bearer token.' : 'The certificate protects the token request alone.'} ${bearer}`,
  advice: `Ask the operator of the authorization server to bind the tokens of this client (${kind === 'dpop' ? 'dpop_bound_access_tokens' : 'tls_client_certificate_bound_access_tokens'}).`,
})
