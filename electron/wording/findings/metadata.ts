import { keyFault, keyOddity } from '../key-fault.ts'
import { jsonKind } from '../json-kind.ts'
import type { FindingWriters } from './writer.ts'

export const metadataWriters = {
  issuer_mismatch: (e) =>
    e('template') === ''
      ? [
          'The issuer differs',
          `Asked for ${e('configured')}, the document says ${e('published')}. They must match exactly.`,
          'If the published one is right, enter it as issuer.',
        ]
      : [
          'The issuer is a template',
          `Asked for ${e('configured')}, the document says ${e('published')}. ${e('template')} stands for a tenant, and tokens name that tenant in its place.`,
          `Enter the issuer of your tenant: the published one with the tenant’s ID in the place of ${e('template')}.`,
        ],
  issuer_missing: (e) => [
    'The document has no issuer',
    `The document’s issuer is ${jsonKind(e('is'))}; ${e('configured')} was expected. Without it nothing shows that the document belongs to this issuer.`,
    'Check the URL. The authorization server has to publish its issuer.',
  ],
  metadata_not_encrypted: (e) => [
    'An endpoint that is not safe to use',
    `${e('name')} is ${e('url')} under issuer ${e('issuer')}: plain http. The document was refused.`,
    e('issuer').startsWith('https:')
      ? 'The issuer is https, so the server probably sits behind a proxy and does not know that it is reached by https. Its operator has to set its public URL, or have it trust X-Forwarded-Proto.'
      : 'The authorization server has to publish https endpoints.',
  ],
  metadata_endpoint_invalid: (e) => [
    'An endpoint that is no URL',
    e('refused') === 'yes'
      ? `${e('name')} is ${e('url')}: ${jsonKind(e('is'))}. The document was refused.`
      : `${e('name')} is ${jsonKind(e('is'))}; a URL was expected. It is taken as not published.`,
    'The authorization server has to publish an absolute https URL.',
  ],
  metadata_endpoint_missing: (e) => [
    'Not published',
    `The document does not name: ${e('missing')}. What is configured stays.`,
  ],
  metadata_other_origin: (e) => [
    'Endpoints on another origin',
    `The issuer is ${e('issuer')}, but ${e('names')} ${e('names').includes(',') ? 'are' : 'is'} at ${e('origin')}. Some services are made so; behind a proxy it happens when a server takes its own address from the Host header.`,
    'Use these endpoints only if you know that they belong to the issuer: the client’s secret goes there.',
  ],
  metadata_aliases: () => [
    'Separate mTLS endpoints',
    'The server publishes mtls_endpoint_aliases. They are used when the environment has a client certificate.',
  ],
  jwks_empty: (e) =>
    e('keys') === 'missing'
      ? ['Not a key set', 'The answer is JSON without an array "keys", so it is no key set.', 'Check the JWKS URI.']
      : ['No keys', 'The key set is empty, so no signature can be verified with it.'],
  jwks_duplicate_kid: (e) => [
    'A kid that is not unique',
    `Several keys have ${e('kid') ? `the kid “${e('kid')}”` : 'an empty kid'}: a token that names it does not say which one to use.`,
  ],
  jwks_private_key: (e) => [
    'A private key is published',
    `The key ${e('kid') || '(no kid)'} contains its private part. Everybody can sign with it.`,
    'Replace this key at the authorization server at once. Tokens that it signed cannot be trusted.',
  ],
  jwks_key_unusable: (e) => [
    'A key that cannot be used',
    `Key ${e('position')}${e('kid') ? ` (kid ${e('kid')})` : ''} of the set: ${keyFault(e('reason'), e)}.`,
  ],
  jwks_key_odd: (e) => [
    'A key that is not written as the standard says',
    `Key ${e('position')}${e('kid') ? ` (kid ${e('kid')})` : ''} of the set: ${keyOddity(e('reason'), e)}. It was read all the same; some libraries refuse it.`,
    'Have the authorization server publish the key as RFC 7518 §6 says.',
  ],
  jwks_mixed: (e) => [
    'Shared secrets beside public keys',
    `${e('shared')} of the ${e('count')} keys are shared secrets (oct). A set is either public or secret: nothing is verified with one that is both.`,
    'Take the shared secrets out of the set. If it was published, replace them.',
  ],
  private_key_given: (e) => [
    'This is a private key',
    `The key ${e('kid') || '(no kid)'} contains its private part. Only its public half was used, which is all that verifying needs.`,
    'Enter the public key or the certificate instead; a private key should not leave its owner.',
  ],
} satisfies Partial<FindingWriters>
