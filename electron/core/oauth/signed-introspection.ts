import { memberOf, stringListOf, stringOf } from '../../common/json-source.ts'
import type { Finding } from '../../contract/finding.ts'
import type { JsonObject } from '../../contract/json-object.ts'
import type { ReceivedResponse } from '../http/transcript.ts'
import { decodeToken } from '../token/decode/decode.ts'
import { readJsonObject } from '../json/json.ts'
import { finding } from '../finding.ts'
import { type BodyReading, headerOf } from './response-body.ts'

/** A signed introspection response, decoded and not verified. */
export interface SignedIntrospection {
  jwt: string
  header: JsonObject
  claims: JsonObject
}

/** Who should have signed it, and for whom. */
export interface IntrospectionParties {
  issuer: string
  client_id: string
}

export const signedIntrospectionType = 'application/token-introspection+jwt'

/** Null when the response is not a JWT; else what it holds, or what keeps it from being read. @see RFC 9701 §5 */
export function readSignedIntrospection(
  response: ReceivedResponse,
  parties: IntrospectionParties,
): (BodyReading & { signed: SignedIntrospection | null }) | null {
  const jwt = Buffer.from(response.body).toString('latin1').trim()
  const contentType = headerOf(response, 'content-type') ?? ''
  const isNamed = contentType.toLowerCase().startsWith(signedIntrospectionType)
  if (!isNamed && !/^eyJ[\w-]*\.[\w-]*\.[\w-]*(?:\.[\w-]*\.[\w-]*)?$/.test(jwt)) return null
  const decoded = decodeToken(jwt)
  if (decoded.kind === 'jwe') return { object: null, signed: null, findings: [encrypted] }
  if (decoded.kind !== 'jws') {
    // Labelled as a JWT and none: JSON is still readable.
    return jwt.startsWith('{') ? null : { object: null, signed: null, findings: [notJwt(decoded, contentType)] }
  }
  const signed = { jwt, header: decoded.header, claims: decoded.claims }
  const { object, findings } = responseOf(decoded.claims)
  const label = isNamed ? [] : [unexpected('Content-Type', signedIntrospectionType, contentType)]
  return { object, signed, findings: [...findings, ...label, ...judgeParties(signed, parties)] }
}

function responseOf(claims: JsonObject): BodyReading {
  const member = memberOf(claims, 'token_introspection')?.source
  const inner = member === undefined ? null : readJsonObject(member)
  if (inner?.kind === 'object') return { object: inner.object, findings: [] }
  const missing = unexpected('token_introspection', '', member?.slice(0, 100) ?? '')
  // Drafts of RFC 9701 had the members at the top level.
  return { object: memberOf(claims, 'active') ? claims : null, findings: [missing] }
}

/** @see RFC 9701 §5: iss is the authorization server, aud the one that asked */
function judgeParties({ header, claims }: SignedIntrospection, { issuer, client_id }: IntrospectionParties): Finding[] {
  const text = (object: JsonObject, name: string) => stringOf(memberOf(object, name)?.source)
  const iss = text(claims, 'iss')
  const aud = stringListOf(memberOf(claims, 'aud')?.source) ?? []
  const typ = text(header, 'typ')
  return [
    ...(issuer === '' || iss === issuer ? [] : [unexpected('iss', issuer, named(iss === null ? [] : [iss]))]),
    ...(client_id === '' || aud.includes(client_id) ? [] : [unexpected('aud', client_id, named(aud))]),
    ...(typ?.toLowerCase().replace(/^application\//, '') === 'token-introspection+jwt'
      ? []
      : [unexpected('typ', 'token-introspection+jwt', named(typ === null ? [] : [typ]))]),
  ]
}

const named = (values: readonly string[]) => values.filter((value) => value.trim() !== '').join(', ')

const unexpected = (name: string, expected: string, actual: string): Finding =>
  finding('introspection_jwt_unexpected', { name, expected, actual })

const encrypted = finding('introspection_signature_unchecked', { reason: 'token_jwe' }, { severity: 'error' })

function notJwt(
  decoded: Exclude<ReturnType<typeof decodeToken>, { kind: 'jws' | 'jwe' }>,
  contentType: string,
): Finding {
  if (decoded.kind === 'empty') return finding('body_empty', { offset: '0' }, { section: 'RFC 9701 §5' })
  const { offset, ...where } =
    decoded.kind === 'malformed'
      ? { offset: decoded.offset, segment: decoded.segment, reason: decoded.reason }
      : { offset: 0 }
  return finding('introspection_jwt_malformed', { offset: String(offset), ...where, contentType })
}
