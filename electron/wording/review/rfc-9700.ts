import type { rfc9700 } from '../../catalogue/review/rfc-9700.ts'
import { oneOf } from '../../common/one-of.ts'
import { counted } from './counted.ts'
import { namesIn, eitherIn } from './names-in.ts'
import { unclearText } from './unclear.ts'
import { withoutToken } from './without-token.ts'
import type { ReviewWriters } from './writer.ts'

const following = 'Clients that read the metadata follow a server that changes.'
const logged = 'URLs are written to the logs of servers and proxies, and can be read there.'
const forging = 'Whoever has such a key can sign tokens that every API accepts.'
const caches = 'Caches on the way may keep the token and give it to others.'

export const rfc9700Writers: ReviewWriters<typeof rfc9700> = {
  authenticates_with_key: (e) => ({
    line: `Authenticates with a key: ${e('method')}`,
    why: 'The client proves that it has a key. No secret is sent, and the server keeps none that could be stolen.',
  }),
  authenticates_with_secret: (e) => ({
    line:
      e('offered') === ''
        ? `Shares a secret with the server: ${e('method')}`
        : `Shares a secret; the server also offers ${namesIn(e('offered'), 1)}`,
    why: `${sharing(e('method'))} RFC 9700 recommends a key that only the client has.`,
    advice:
      e('offered') === ''
        ? 'Ask the operator of the authorization server whether this client can use private_key_jwt or mutual TLS.'
        : `Ask the operator of the authorization server to set this client to ${eitherIn(e('offered'))}. Then change Authentication method.`,
  }),
  no_authentication: () => ({
    line: 'The client does not authenticate; a token was issued all the same',
    why: 'Whoever knows the client ID gets a token. This flow is only for clients that authenticate.',
    advice: 'Ask the operator of the authorization server to require authentication of this client.',
  }),
  made_up_credentials_accepted: () => ({
    line: 'A token was issued for made-up credentials',
    why: 'The probe named a client and a secret that do not exist, and the server issued a token. Anybody who reaches it gets one.',
    advice: 'Ask the operator of the authorization server to refuse clients that it does not know, at once.',
  }),
  authentication_not_seen: () => ({
    line: 'Only the client ID is set; how the client authenticates is not seen',
    why: 'Extra headers, parameters or a client certificate may authenticate it, or no token was issued yet.',
    advice: 'Request a token. If something else authenticates the client, say so in Notes.',
  }),
  server_keys_strong: (e) => ({
    line: `${counted(e('count'), 'key')} of the server, strong: ${e('keys')}`,
    why: 'RSA keys have 2048 bits or more, curves 224 or more.',
  }),
  server_key_private: (e) => ({
    line: `The key set publishes ${e('count') === '1' ? 'a private key' : `${e('count')} private keys`}`,
    why: `The key set that everybody can read holds the private part of a key. ${forging}`,
    advice: 'Tell the operator of the authorization server at once: the keys have to be replaced.',
  }),
  server_key_weak: (e) => ({
    line: `Weak key of the server: ${e('keys')}`,
    why: `RSA needs 2048 bits or more, a curve 224 or more. A weak key can be computed from its public part. ${forging}`,
    advice: 'Ask the operator of the authorization server to sign with a key of RSA 2048 or more, or EC P-256.',
  }),
  server_keys_none: () => ({
    line: 'The key set has no key whose size can be read',
    why: 'How strong the keys of the server are cannot be said.',
    advice: 'Ask the operator which keys sign the tokens.',
  }),
  server_keys_not_read: () => ({
    line: 'The key set was not read yet',
    why: 'How strong the keys of the server are is read from its key set.',
    advice: 'Set the JWKS URI, if the server has one, and verify a token.',
  }),
  client_key_strong: (e) => ({
    line: `Strong key of the client: ${e('key')}`,
    why: 'RSA keys of 2048 bits or more, and curves of 224 or more, cannot be computed from their public part.',
  }),
  client_key_weak: (e) => ({
    line: `Weak key of the client: ${e('key')}`,
    why: 'RSA needs 2048 bits or more, a curve 224 or more. Whoever computes the key from its public part is this client.',
    advice: 'Make a new key of RSA 2048 or more, or EC P-256, and register it at the authorization server.',
  }),
  client_key_not_readable: () => ({
    line: 'The key of the client cannot be read here',
    why: 'Its size is not known without its file or source, or the storage is locked.',
    advice: 'Make sure that it has RSA 2048 or more, or a curve such as P-256.',
  }),
  client_key_not_used: () => ({
    line: 'The client uses no key',
    why: 'It authenticates in another way.',
  }),
  secret_long: (e) => ({
    line: `The client secret has ${e('least')} characters or more`,
    why: 'It is long enough not to be guessed, if it comes from chance. Whether it does cannot be seen.',
  }),
  secret_guessable: (e) => ({
    line: `The client secret can be guessed: ${guessable(e('because'))}`,
    why: 'Whoever guesses the secret is this client.',
    advice: 'Ask the operator of the authorization server for a new secret of 32 random characters or more.',
  }),
  secret_short: (e) => ({
    line: `The client secret has fewer than ${e('least')} characters`,
    why: `Fewer than ${e('least')} characters hold less than the 128 bits that RFC 6749 asks for.`,
    advice: 'Ask the operator of the authorization server for a new secret of 32 random characters or more.',
  }),
  secret_short_for_algorithm: (e) => ({
    line: `The client secret is too short for ${e('alg')}`,
    why: `${e('alg')} needs a secret of ${e('bytes')} bytes or more. From one assertion, a shorter one can be tried without asking the server.`,
    advice: `Ask the operator of the authorization server for a new secret of ${e('bytes')} random characters or more.`,
  }),
  secret_not_readable: () => ({
    line: 'The client secret is not here, or cannot be read without asking',
    why: 'How long it is cannot be said.',
    advice: 'Make sure that it has 32 random characters or more.',
  }),
  secret_not_used: () => ({
    line: 'The client uses no secret',
    why: 'There is no secret to guess.',
  }),
  metadata_consistent: () => ({
    line: 'Metadata is published and agrees with the settings',
    why: following,
  }),
  metadata_differs: (e) => ({
    line: `Metadata and settings differ: ${namesIn(e('names'))}`,
    why: `The server publishes other addresses than the settings have: ${namesIn(e('names'), 4)}. One of them is outdated, or not of this server.`,
    advice: 'Load the metadata in Configure, or ask the operator which address is right.',
  }),
  metadata_incomplete: (e) => ({
    line: `Metadata leaves out what works: ${namesIn(e('names'))}`,
    why: 'The server issued a token, but its metadata does not list the method or the grant that it was requested with. Clients that follow the metadata cannot request one.',
    advice: `Ask the operator of the authorization server to complete ${namesIn(e('names'))}.`,
  }),
  metadata_missing: () => ({
    line: 'The server publishes no metadata',
    why: `No document was found at the usual addresses. ${following}`,
    advice: 'Ask the operator of the authorization server to publish metadata, or for the right issuer.',
  }),
  metadata_of_other_issuer: (e) => ({
    line: `The metadata is of another issuer: ${e('issuer')}`,
    why: 'The issuer in the document must match exactly. Clients must not use it otherwise.',
    advice: 'Set Issuer to the published one, if that is right. Otherwise ask the operator to correct the document.',
  }),
  metadata_invalid: () => ({
    line: 'The metadata cannot be used',
    why: 'An endpoint in the document is no URL, or is not encrypted. Clients must not use it.',
    advice: 'Ask the operator of the authorization server to correct the document.',
  }),
  metadata_unclear: (e) => ({
    line: `The probe does not say: ${unclearText(e('why'))}`,
    why: following,
    advice: 'Run the probe again, or ask the operator.',
  }),
  metadata_not_read: () => ({
    line: 'Metadata was not read yet',
    why: following,
    advice: 'Run the probe.',
  }),
  metadata_without_issuer: () => ({
    line: 'No issuer is set, so metadata cannot be found',
    why: following,
    advice: 'Set Issuer, if the server has one.',
  }),
  no_credential_in_url: (e) => ({
    line: `No credentials in ${counted(e('count'), 'URL')} of settings, calls and requests`,
    why: logged,
  }),
  credential_in_url: (e) => ({
    line: `Credentials in a URL: ${namesIn(e('names'))}`,
    why: `${namesIn(e('names'))} is sent in a URL. ${logged}`,
    advice: 'Send tokens in the Authorization header, and credentials of the client in the body or in the header.',
  }),
  key_in_url: (e) => ({
    line: `A key in a URL: ${namesIn(e('names'))}`,
    why: `${namesIn(e('names'))} is sent in a URL. ${logged}`,
    advice: 'Send it in a header, if the API accepts that. Otherwise keep its URLs out of logs.',
  }),
  no_url_seen: () => ({
    line: 'No URL is set yet',
    why: logged,
    advice: 'Set the token endpoint.',
  }),
  answer_not_stored: () => ({
    line: 'The token response has Cache-Control: no-store',
    why: 'Caches on the way must not keep the token.',
  }),
  answer_may_be_stored: (e) => ({
    line: 'The token response lacks Cache-Control: no-store',
    why: `${e('cacheControl') === '' ? 'It has no Cache-Control.' : `It has Cache-Control: ${e('cacheControl')}.`} ${caches}`,
    advice: 'Ask the operator of the authorization server to send Cache-Control: no-store with every token.',
  }),
  answer_not_seen: () => withoutToken('The answer that brings a token says whether caches may keep it.'),
}

const sharing = (method: string): string =>
  method === 'client_secret_jwt'
    ? 'The secret is not sent, but the server keeps it too.'
    : 'The secret is sent with every token request, and the server keeps it too.'

const because = {
  placeholder: 'it is a placeholder',
  client_id: 'it is the client ID',
  short: 'it has fewer than 10 characters',
  repetitive: 'it repeats few characters',
} as const

const guessable = (reason: string): string =>
  because[oneOf(['placeholder', 'client_id', 'short', 'repetitive'], reason) ?? 'short']
