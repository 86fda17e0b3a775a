import type { FindingWriters } from '../findings/writer.ts'
import { known, opening } from './opening.ts'

const places: Readonly<Record<string, string>> = {
  basic: 'the Authorization header',
  client_secret: 'the parameter client_secret',
  client_assertion: 'the parameter client_assertion',
  client_id: 'a client_id that is not the one of the header',
  same_client_id: 'the parameter client_id, which repeats the ID',
  query: 'the URL',
}

const placesOf = (list: string): string => named(list, places, (name) => name)

const changed: Readonly<Record<string, string>> = {
  url: 'the URL',
  secret: 'the client secret',
  client_id: 'the client ID',
  authentication: 'the authentication method',
}

const changesOf = (list: string): string => named(list, changed, (name) => `the parameter ${name}`)

/** Names in a list as people read them. */
const named = (list: string, names: Readonly<Record<string, string>>, other: (name: string) => string): string =>
  list === ''
    ? ''
    : list
        .split(', ')
        .map((name) => names[name] ?? other(name))
        .join(', ')

export const clientCauseWriters = {
  wrong_secret: (e) => [
    e('isSaid') ? 'Client secret not accepted' : 'Client ID or secret not accepted',
    `${opening(e)}${e('isSaid') ? 'The server says that the secret is not the one of this client. ' : ''}${e('workedAt') ? `The same client last worked ${e('workedAt')}, so the secret was probably changed or has ended since.` : e('isSaid') ? '' : 'The usual reason is a secret that is not the one of this client.'}`.trim(),
    'Compare the client ID character by character, then copy the secret again from the server’s console. If it was shown only once, make a new one.',
  ],
  unknown_client: (e) => [
    e('isSaid') ? 'The server does not know this client' : 'The client ID may not exist at this server',
    `${opening(e)}${e('isSaid') ? `The server has no client with the ID ${e('client_id') || 'that was sent'}` : `Servers answer so when no client has the ID ${e('client_id') || 'that was sent'}`}: it is mistyped, deleted, or of another tenant or product.`,
    'Compare the client ID with the server’s console, and check that the endpoint belongs to the tenant, realm or product in which the client was made.',
  ],
  client_disabled: (e) => [
    'The client is disabled',
    `${opening(e)}The server knows the client${known(' ', e('client_id'))}, and it is switched off.`,
    'Ask whoever runs the authorization server to enable it.',
  ],
  client_locked: (e) => [
    'Too many failed attempts',
    `${opening(e)}${e('refusedInARow') ? `After ${e('refusedInARow')} refused requests in a row from here, the server may have locked the client for a while.` : 'The server has locked the client for a while.'}`,
    'Stop retrying, wait, and correct the credentials before the next attempt.',
  ],
  client_misregistered: (e) => [
    'A setting of the client at the server blocks it',
    `${opening(e)}${e('setting') ? `At the server, ${e('setting')}.` : 'The server does not take the client as it is registered.'} The request itself is in order.`,
    'Show this sentence to whoever registered the client.',
  ],
  secret_form_encoding: (e) => [
    'A special character in the client ID or secret',
    `${opening(e)}The Basic header was sent ${e('encoding') === 'raw' ? 'raw, without form-encoding' : 'in another encoding than the server reads'}. The ID or secret has a character such as + or % that a server which decodes the header reads as another one.`,
    'Form-encode ID and secret before Base64 (RFC 6749 §2.3.1), or send them in the body.',
  ],
  server_does_not_decode_basic: (e) => [
    'The server may not decode the Basic header',
    `${opening(e)}The client ID or secret has characters that form-encoding changes. They were sent encoded, as RFC 6749 says; some servers compare them without decoding.`,
    'Switch Encoding to raw, or send the credentials in the body (client_secret_post).',
  ],
  secret_double_encoding: (e) => [
    'The secret was encoded already',
    `${opening(e)}The stored secret has % with two hexadecimal digits, as if it was URL-encoded before it was entered. It was encoded once more on the way.`,
    'Enter the secret as the server shows it, with its special characters.',
  ],
  secret_whitespace: (e) => [
    'White space in the secret',
    `${opening(e)}The secret has ${e('lineBreak') === 'yes' ? 'a line break' : 'white space'} ${e('where') === 'inside' ? 'inside' : e('where') === 'start' ? 'at its start' : e('where') === 'both' ? 'at both ends' : 'at its end'}, which is part of what was sent.`,
    'Enter it again without the white space. In a shell, echo -n writes no line break.',
  ],
  secret_placeholder: (e) => [
    'The secret is not a secret yet',
    `${opening(e)}${e('is') === 'empty' ? 'The secret is empty.' : e('is') === 'client_id' ? 'The secret equals the client ID.' : e('is') === 'quoted' ? 'The secret is in quotation marks, which were sent with it.' : e('is') === 'jwt' ? 'The secret looks like a JWT, not like a client secret.' : e('is') === 'pem' ? 'The secret is a key in PEM form, which belongs to private_key_jwt.' : 'The secret looks like the text of a template that was to be replaced.'}`,
    'Enter the client secret itself.',
  ],
  secret_expired: (e) => [
    'The client secret has expired',
    `${opening(e)}The server knows the secret, and its time is over${known(' since ', e('at'))}.`,
    'Make a new secret at the server and enter its value.',
  ],
  secret_id_for_value: (e) => [
    'The secret’s ID was sent in place of its value',
    `${opening(e)}The secret has the form of a UUID. Some consoles, Microsoft’s among them, show an ID of that form beside the value of each secret.`,
    'Enter the secret’s value. It is shown only when the secret is made; make a new one if it is lost.',
  ],
  basic_header_malformed: (e) => [
    'The Basic header cannot be read',
    `${opening(e)}What follows “Basic” is not the Base64 of ID, colon and secret.`,
    'Send base64(client_id:client_secret), with the colon, in one line.',
  ],
  credentials_missing: (e) => [
    'No client credentials were sent',
    `${opening(e)}The request had ${e('method') === 'none' ? 'the client ID only, as its authentication method “none” says' : 'neither an Authorization header nor a secret or assertion in its body'}.`,
    'Choose an authentication method under Configure and enter its secret or key.',
  ],
  multiple_auth_methods: (e) => [
    'Credentials were sent twice',
    `${opening(e)}A client may authenticate in one way in each request; this one did in ${placesOf(e('places')) || 'several places'}.`,
    'Remove the credentials from all places but one.',
  ],
  auth_method_mismatch: (e) => [
    'Another authentication method is expected',
    `${opening(e)}${e('method') === 'none' ? 'No credentials were sent' : e('method') ? `The client authenticated by ${e('method')}` : 'The method that was used is not accepted'}${e('isDefault') === 'yes' ? '. The server publishes no methods, and then takes client_secret_basic' : known('; the server names ', e('supported') || e('wanted'))}.`,
    e('wanted')
      ? `Set the authentication method to ${e('wanted')}, or let the client be registered for ${e('method') || 'this one'}.`
      : 'Choose the method that the client is registered for.',
  ],
  public_client: (e) => [
    'The client is public',
    `${opening(e)}It is registered as a public client, which has no secret and may not use this grant.`,
    'Register a confidential client (a service or machine-to-machine application).',
  ],
  grant_not_allowed: (e) => [
    'The client may not use this grant',
    `${opening(e)}The client credentials grant is not switched on for the client${known(' ', e('client_id'))}.`,
    e('setting')
      ? `At the server: ${e('setting')}.`
      : 'Allow the client_credentials grant for this client at the server, or use a client made for services.',
  ],
  wrong_grant_type: (e) => [
    'Another grant type is expected',
    `${opening(e)}The request says grant_type ${e('grant_type') || 'client_credentials'}${known('; expected is ', e('wanted'))}${known('; the server publishes ', e('offered'))}.`,
    'Check that this endpoint and these credentials are meant for the client credentials grant.',
  ],
  settings_changed: (e) => [
    'Something changed since it last worked',
    `${opening(e)}The last token came ${e('workedAt') || 'earlier'}. Since then this changed: ${changesOf(e('changed')) || 'the settings'}.`,
    'Undo that change, or check it first.',
  ],
  key_not_registered: (e) => [
    'The server does not know the signing key',
    `${opening(e)}The assertion was signed with ${e('kid') ? `key ${e('kid')}` : 'a key without kid'}${known(' (', e('alg'), ')')}, and servers answer so when none of the keys that are registered for this client verifies it.`,
    'Register the public key (or its JWKS URL) of this very key for the client, or sign with the registered one. No secret is involved.',
  ],
  assertion_kid_missing: (e) => [
    'The assertion does not name its key',
    `${opening(e)}${e('kid') ? `Its header names kid ${e('kid')}, which the server does not find.` : 'Its header has no kid, by which servers choose the key.'}`,
    'Set Key ID to the kid under which the public key is registered.',
  ],
  assertion_audience: (e) => [
    'The assertion is for another audience',
    `${opening(e)}${e('aud') ? `The assertion’s aud is ${e('aud')}` : 'The server does not take the aud of the assertion'}${known('; expected is ', e('wanted'))}.`,
    e('wanted')
      ? `Set the assertion’s audience to ${e('wanted')}.`
      : 'Servers want their issuer or their token endpoint there, exactly as they publish it: try the other one.',
  ],
  assertion_expired: (e) => [
    e('from') ? 'The assertion is not valid yet' : 'The assertion has expired',
    `${opening(e)}${e('from') ? `It is valid from ${e('from')}, after the request by the server’s clock.` : e('at') ? `It ended at ${e('at')}, before the request was sent.` : 'The server finds it outside its time.'}`,
    'Make a new assertion for each request. If it is new, compare the clocks of both machines.',
  ],
  assertion_lifetime: (e) => [
    'The assertion lives too long',
    `${opening(e)}It is valid for ${e('seconds') || 'more'} s${known('; the server allows at most ', e('most'), ' s')}.`,
    'Set a shorter assertion lifetime: 60 s are enough.',
  ],
  assertion_subject: (e) => [
    'The assertion names another client',
    `${opening(e)}${e('isFederated') === 'yes' ? `No federated credential of the client is registered for the assertion’s ${e('claim') || 'iss and sub'}${known(', ', e('value'))}.` : e('claim') ? `Its ${e('claim')} is ${e('value') || 'missing'}; both iss and sub must be the client ID${known(' ', e('client_id'))}.` : `Both iss and sub must be the client ID${known(' ', e('client_id'))}.`}`,
    e('isFederated') === 'yes'
      ? 'Compare iss, sub and aud of the assertion with the federated credential at the server, character by character.'
      : 'Make the assertion with iss and sub set to the client ID.',
  ],
  assertion_algorithm: (e) => [
    'The server does not take this signing algorithm',
    `${opening(e)}The assertion is signed with ${e('alg') || 'an algorithm that is not accepted'}${known('; the server publishes ', e('supported'))}.`,
    'Choose an algorithm that the server takes and that fits the key.',
  ],
  assertion_reused: (e) => [
    'The assertion was used before',
    `${opening(e)}Each assertion (its jti) is accepted once.`,
    'Make a new assertion for each request; one from a file can be used only once.',
  ],
  assertion_malformed: (e) => [
    e('missing') ? 'The client assertion lacks a claim' : 'The client assertion cannot be read',
    `${opening(e)}${e('is') === 'type' ? 'client_assertion_type is not the one of a JWT.' : e('missing') ? `It has no ${e('missing').replaceAll(', ', ' and no ')}.` : e('is') === 'no_jwt' ? 'What was sent as client_assertion is no signed JWT.' : 'The server cannot read it as an assertion.'}`,
    e('missing')
      ? `Make the assertion with ${e('missing').replaceAll(', ', ' and ')}.`
      : 'Send a signed JWT with client_assertion_type urn:ietf:params:oauth:client-assertion-type:jwt-bearer.',
  ],
  client_certificate_missing: (e) => [
    'The server wants a client certificate',
    `${opening(e)}${e('configured') === 'yes' ? 'A certificate is set here, and the server did not ask for it in the TLS handshake: a proxy or load balancer may end TLS before it.' : 'None is set here, so none was presented.'}`,
    e('configured') === 'yes'
      ? 'Use the host that is meant for mutual TLS (see mtls_endpoint_aliases), and a way there that keeps TLS whole.'
      : 'Set the certificate and key under Network.',
  ],
  client_certificate_refused: (e) => [
    'The client certificate is not accepted',
    `${opening(e)}The certificate${known(' ', e('subject'))} was presented, and the server takes another one or another authority.`,
    'Present the certificate that is registered for this client, with the chain up to an authority that the server trusts.',
  ],
  credential_expired: (e) => [
    'The client certificate has expired',
    `${opening(e)}It ended ${e('at') || 'before this request'}.`,
    'Install a new certificate and register it at the server.',
  ],
} satisfies Partial<FindingWriters>
