import { assertNever } from '../common/assert-never.ts'
import type { DecodedToken } from '../contract/decoded-token.ts'

type Malformed = Extract<DecodedToken, { kind: 'malformed' }>

const segments: Readonly<Record<string, string>> = {
  token: 'as a whole',
  header: 'header',
  claims: 'claims',
  signature: 'signature',
  encrypted_key: 'encrypted key',
  iv: 'initialization vector',
  ciphertext: 'ciphertext',
  tag: 'authentication tag',
  disclosure: 'disclosure',
  key_binding: 'key binding JWT',
  footer: 'footer',
}

/** What a part of a token is called. */
export const malformedPart = (segment: string): string => segments[segment] ?? segment

/** What is wrong, and what to try. */
const malformedReasons: Readonly<Record<Malformed['reason'], string>> = {
  segments:
    'The number of parts is wrong: a signed JWT has three between dots, an encrypted one five, and an SD-JWT ends with ~ or with a key binding JWT. Was it copied whole, and nothing else with it?',
  character:
    'This character does not belong to base64url, which has letters, digits, - and _ only. Was something copied with the token, or was it changed on the way? + and / and = belong to ordinary base64.',
  length: 'It ends where base64url cannot end: characters are missing. Was it copied whole?',
  utf8: 'The bytes are not UTF-8 text from here on. Was a character changed or left out?',
  json: 'The text is not JSON from here on. Was a character changed or left out, or the token cut off?',
  not_object: 'It is JSON, but not an object, as a JWT needs it. Its maker has to be asked.',
  too_deep: 'The JSON is nested more than 200 levels deep. Nobody needs that: do not trust this token.',
  empty: 'There is nothing in it, where something has to be. Was it copied whole?',
  no_token:
    'No token has this character here, and nothing in this text looks like a token. Paste the token itself, or the response or request that it stands in.',
  shortened: 'Characters were left out here: dots take their place. Copy the whole token.',
  two_tokens: 'Here a second token begins: two were pasted together. Paste one of them.',
}

const opaqueForms: Readonly<Record<Extract<DecodedToken, { kind: 'opaque' }>['form'], string>> = {
  reference:
    'Opaque token. It is a reference that only its authorization server can look up, by introspection; it has no header or claims to read.',
  uuid: 'Opaque token in the form of a UUID. Only its authorization server can look it up, by introspection.',
  hex: 'Opaque token of hexadecimal digits. Only its authorization server can look it up, by introspection.',
  saml: 'SAML, which is XML and not a JWT. An authorization server may exchange an assertion for an access token (RFC 7522).',
  prefixed: 'Opaque token. Only its maker can look it up.',
}

/** What a string turned out to be, where, and what to try, when it is not a readable JWT; null when it is one. */
export function decodedSentence(decoded: DecodedToken): string | null {
  switch (decoded.kind) {
    case 'jws':
    case 'sd_jwt':
      return null
    case 'signed_content':
      if (decoded.nested !== undefined) {
        return `Nested JWT: what is signed is itself ${decoded.nested === 'jws' ? 'a signed' : 'an encrypted'} JWT (RFC 7519 §5.2). Its claims are in there. Inspect the content by itself to read it, and verify both.`
      }
      return decoded.content.bytes === 0
        ? 'Signed content (JWS) whose content does not stand in it: it is detached, and whoever has it can check the signature. It is no JWT.'
        : 'Signed content (JWS), but no JWT: what is signed is not a JSON object with claims.'
    case 'jwe':
      return 'Encrypted JWT (JWE). Its claims can be read only with the key of the API it is meant for; its header is readable.'
    case 'paseto':
      return decoded.purpose === 'local'
        ? `Encrypted PASETO, version ${decoded.version.slice(1)}. Its claims can be read only with the shared key; a footer is readable. It is no JWT.`
        : `Signed PASETO, version ${decoded.version.slice(1)}. It is no JWT: its signature cannot be checked here.`
    case 'opaque':
      return opaqueSentence(decoded)
    case 'malformed':
      return malformedSentence(decoded)
    case 'empty':
      return 'There is nothing here yet.'
    default:
      return assertNever(decoded)
  }
}

/** Of a PASETO, what is said otherwise than of a JWT. */
const pasetoReasons: Partial<Record<Malformed['reason'], string>> = {
  segments:
    'A PASETO has three parts between dots, or four with a footer. Was it copied whole, and nothing else with it?',
  not_object: 'It is JSON, but not an object, as a PASETO needs it.',
}

function malformedSentence(decoded: Malformed): string {
  const { segment, reason, format } = decoded
  const what = format === 'paseto' ? 'Damaged PASETO' : 'Malformed token'
  const why = (format === 'paseto' ? pasetoReasons[reason] : undefined) ?? malformedReasons[reason]
  return `${what}: ${segments[segment]}, ${placeOf(decoded)}. ${why}${readableSentence(decoded)}`
}

/** What of a broken token can be read all the same; empty where nothing can. */
function readableSentence({ header, claims, broken = [] }: Malformed): string {
  const whole = [header && 'header', claims && 'claims'].filter((part) => part !== undefined)
  const parts = broken.map(({ segment }) => `the ${segment} in part`).join(' and ')
  if (whole.length === 0)
    return parts === '' ? '' : ` It can be read all the same: ${parts}. Nothing shows that it is true.`
  const also = parts === '' ? '' : `, ${parts}`
  return ` The ${whole.join(' and the ')} can be read all the same${also}; nothing shows that they are true.`
}

/** Where a broken token breaks, in one short sentence. */
export function brokenPlace(decoded: Malformed): string {
  const { segment } = decoded
  return `It breaks ${segment === 'token' ? '' : `in the ${malformedPart(segment)}, `}at ${placeOf(decoded)}.`
}

function opaqueSentence({ form, maker, length }: Extract<DecodedToken, { kind: 'opaque' }>): string {
  const made = maker === '' ? '' : ` It begins like those of ${maker}.`
  // A refresh token is for the authorization server only (RFC 6749 §1.5), and an API refuses it.
  const hint = maker.includes('refresh token')
    ? ' This is a refresh token: an API does not take it, the token endpoint gives an access token for it.'
    : ''
  return `${opaqueForms[form]}${made}${hint} Length: ${length} characters.`
}

/** Counted from 1, as people count. */
function placeOf({ offset, byteOffset }: Malformed): string {
  const character = `character ${offset + 1}`
  return byteOffset === null ? character : `${character}, which is byte ${byteOffset + 1} of it decoded`
}
