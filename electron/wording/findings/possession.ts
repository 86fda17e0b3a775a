import type { FindingWriters } from './writer.ts'

const kinds: Readonly<Record<string, string>> = { dpop: 'DPoP key', certificate: 'client certificate' }

/** Findings about tokens that are bound to a key (DPoP) or a certificate (mutual TLS). */
export const possessionWriters = {
  dpop_nonce_supplied: () => [
    'Sent again with the nonce of the server',
    'The server asked for a DPoP nonce. The request was sent once more with it, with a new proof and new client authentication.',
  ],
  dpop_nonce_repeated: (e) => [
    'The server asks for a nonce again and again',
    `The proof carried a nonce that this server had supplied, and the server asked for a nonce again${e('supplied') === 'yes' ? '' : ' without supplying one'}. The request was not sent ${e('sent') === 'twice' ? 'a third time' : 'again'}.`,
    'The server’s nonces may end too soon, or be made by several servers that do not know each other’s.',
  ],
  dpop_nonce_missing: () => [
    'The server asks for a nonce and supplies none',
    'The server refused the DPoP proof because it has no nonce (use_dpop_nonce), but the answer has no DPoP-Nonce field to take one from. The request was not sent again.',
    'The server has to send DPoP-Nonce with this error. A proxy in between may have removed the field.',
  ],
  dpop_downgraded: (e) => [
    'Not bound to the DPoP key',
    `The request carried a DPoP proof, but the server answered token_type ${e('token_type') || '(none)'}: whoever gets hold of this token can use it.`,
    'Allow DPoP for this client at the authorization server (dpop_bound_access_tokens).',
  ],
  dpop_unasked: () => [
    'A DPoP token without a proof',
    'The server answered token_type DPoP although the request carried no DPoP proof. No API will accept it from here.',
    'Switch DPoP on for this environment.',
  ],
  binding_confirmed: (e) => [
    `Bound to the ${kinds[e('kind')] ?? 'key'}`,
    `cnf names the ${kinds[e('kind')] ?? 'key'} that was used (${e('thumbprint')}).`,
  ],
  binding_mismatch: (e) => [
    `Bound to another ${kinds[e('kind')] ?? 'key'}`,
    `cnf says ${e('actual') || 'an empty value'}, the ${kinds[e('kind')] ?? 'key'} in use is ${e('expected')}. An API will refuse the token.`,
    'Request a new token with the key or certificate that is configured now.',
  ],
  binding_missing: (e) => [
    `Not bound to the ${kinds[e('kind')] ?? 'key'}`,
    `The ${kinds[e('kind')] ?? 'key'} was presented, but the token has no cnf for it: whoever gets hold of it can use it.`,
    'Switch bound tokens on for this client at the authorization server, if it is meant to have them.',
  ],
  client_certificate_not_asked_for: () => [
    'The server did not ask for the client certificate',
    'A client certificate is configured, but the server’s TLS handshake did not request one, so none was presented.',
    'Mutual TLS is often at another host or port: look for mtls_endpoint_aliases in the metadata.',
  ],
  client_certificate_validity: (e) => [
    'Client certificate outside its validity',
    e('is') === 'expired'
      ? `The client certificate expired on ${e('at')}. Servers refuse it.`
      : `The client certificate is not valid before ${e('at')}. Servers refuse it until then.`,
    'Renew the client certificate.',
  ],
  client_certificate_required: (e) => [
    'The server wants a client certificate',
    e('presented') === 'yes'
      ? 'The server did not accept the client certificate that was presented: expired, from an authority it does not know, or not the one registered.'
      : 'The server answered that no client certificate was sent.',
    'Check the client certificate of this environment under Network.',
  ],
} satisfies Partial<FindingWriters>
