import type { Lookup } from '../lookup.ts'
import type { signatureChecks } from '../../catalogue/checks/signature.ts'
import { type CheckWriters, keyName } from './writer.ts'

export const signatureSentences: CheckWriters<typeof signatureChecks> = {
  signature_valid: (e) =>
    `${e('alg')}, made with ${keyName(e)}${e('tried') ? `, which of ${e('tried')} that could be meant is the one that fits` : ''}${ignored(e)}`,
  signature_invalid: (e) =>
    e('tried')
      ? `does not fit any of the ${e('tried')} keys that could be meant: the token was changed, or signed with another key${ignored(e)}`
      : `does not fit ${keyName(e)}: the token was changed, or signed with another key${ignored(e)}`,
  signature_length: (e) =>
    `has ${e('actual')} bytes, where ${e('alg')} ${e('kid') ? `with ${keyName(e)} ` : ''}has ${e('expected').replaceAll(', ', ' or ')}: ${
      e('written')
        ? `its bytes are ${e('written')} text, so it was encoded twice`
        : 'it was changed or cut off, or made with another key or algorithm'
    }${ignored(e)}`,
  signature_der: (e) =>
    `is in DER, with ${e('actual')} bytes, where ${e('alg')} has the ${e('expected')} bytes of r and s (RFC 7518 §3.4). Whoever signs the token has to convert it${ignored(e)}`,
  signature_none: (e) =>
    e('alg') === ''
      ? 'the token is not signed at all'
      : `the header says "${e('alg')}": the token is not signed at all`,
  signature_algorithm: (e) => `${e('alg')} needs the shared secret; a published key set cannot verify it`,
  signature_unsupported: (e) => `this runtime cannot check ${e('alg') || 'an empty alg'}`,
  algorithm_confusion: (e) =>
    `the header says ${e('alg')} and names ${keyName(e)}, which is a public ${e('kty')} key: so a forger would make a public key pass for a shared secret`,
  segment_count: (e) => `has ${e('count')} parts between dots where ${e('expected')} belong`,
  segment_not_base64url: (e) =>
    `is not base64url throughout (${(e('segment') || 'a segment').replace('_', ' ')}, character ${e('character')}); others may read another text here`,
  header_not_json: () => 'the header is not a JSON object, so nothing can be said of the signature',
  header_duplicate_name: (e) => `the header has "${e('name')}" more than once, which readers resolve differently`,
  header_not_string: (e) => `"${e('name')}" in the header is not a text`,
  crit_unknown: (e) =>
    `the header calls ${e('name') ? `"${e('name')}"` : 'an empty name'} critical: whoever does not know it, as nobody here does, has to refuse the token`,
  crit_malformed: (e) =>
    `"crit" in the header is ${e('crit') || 'odd'}, not a list of names: the token has to be refused`,
  payload_unencoded: (e) => `the header says b64: ${e('b64') || 'false'}; a JWT may not have an unencoded payload`,
  signature_empty: () => 'is empty',
  disclosure_unsigned: (e) =>
    `the claims that are signed do not hold the digest of ${e('name') ? `the disclosure of "${e('name')}"` : 'a disclosure'}${Number(e('count')) > 1 ? ` and of ${Number(e('count')) - 1} more` : ''}: anybody could have added it`,
  disclosure_unreadable: (e) =>
    `${e('count') === '1' ? 'one part between tildes is' : `${e('count')} parts between tildes are`} no disclosure, so the token has to be refused`,
  disclosure_hash: () =>
    'the signature is good, but this app does not know the hash that "_sd_alg" names: whether the disclosures are signed as well is not known',
  algorithm_missing: () => 'the header names no algorithm',
  algorithm_none: () => 'the header says "none": anyone could have made this token',
  algorithm_symmetric: (e) => `${e('alg')} needs a shared secret; a published key set cannot verify it`,
  algorithm_shared: (e) => `${e('alg')}, with a shared secret: whoever can verify can also sign`,
  algorithm_asymmetric: (e) => `${e('alg')}, asymmetric`,
  algorithm_unsupported: (e) => `${e('alg')}, which this runtime cannot check`,
  algorithm_unknown: (e) => `${e('alg') || 'an empty alg'} is not known here`,
  token_opaque: () => 'the token is opaque: only the authorization server can say what it means. Use Introspection',
  token_paseto: () => 'the token is a PASETO, which is not verified here',
  token_paseto_damaged: () => 'the token is a damaged PASETO',
  token_none: () => 'this is no token',
  token_malformed: () => 'the token looks like a JWT but is malformed',
  token_empty: () => 'the token is empty',
}

type Aside = 'ignored' | 'odd_thumbprint' | 'odd_form' | 'digest_bytes'

/** What is to be said of the header besides: keys that the token itself offers prove nothing, and a thumbprint may be none. */
function ignored(evidence: Lookup<Aside>): string {
  const offered = evidence('ignored')
  return `${offered === '' ? '' : `. What the header offers as key (${offered}) was not used`}${thumbprint(evidence)}`
}

function thumbprint(evidence: Lookup<Exclude<Aside, 'ignored'>>): string {
  const name = evidence('odd_thumbprint')
  if (name === '') return ''
  const form = thumbprintForms[evidence('odd_form')] ?? 'is no digest'
  return `. ${name} in the header ${form}, where the ${evidence('digest_bytes')} bytes of the digest belong in base64url: libraries that look for the key by it do not find it`
}

const thumbprintForms: Readonly<Record<string, string>> = {
  hex_inside: 'is base64url of hexadecimal text',
  hex: 'is hexadecimal',
}
