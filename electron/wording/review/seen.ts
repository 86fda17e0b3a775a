import { capital } from '../../common/capital.ts'
import type { Purpose } from '../../contract/exchange.ts'
import type { Seen } from '../../contract/review.ts'
import { titleOfFailure } from '../failures.ts'
import { fieldLabel } from '../field-labels.ts'
import { stepWords } from './probes.ts'

/** What was seen as it reads in one line: `"expires_in": ` before the value that matters. `isBytes`: as it went over the wire. */
export interface SeenText {
  before: string
  value: string
  isBytes: boolean
}

export function seenText({ kind, name, value }: Pick<Seen, 'kind' | 'name' | 'value'>): SeenText {
  // In the place of a status: why no answer came.
  const shown = kind === 'status' ? (titleOfFailure(value) ?? value) : value
  return { before: beforeOf[kind](name), value: shown, isBytes: bytes.has(kind) }
}

/** The same in one line. */
export function seenLine(seen: Pick<Seen, 'kind' | 'name' | 'value'>): string {
  const { before, value } = seenText(seen)
  return before + value
}

const colon = (name: string): string => `${name}: `

/** `calls_per_token` as `Calls per token`. */
const spaced = (name: string): string => colon(factNames[name] ?? capital(name.replaceAll('_', ' ')))

/** Facts of connections whose names are not words. */
const factNames: Readonly<Record<string, string>> = {
  validTo: 'Valid until',
  validFrom: 'Valid from',
  publicKey: 'Public key',
  subjectAltName: 'Subject alternative name',
  clientCertificate: 'Client certificate',
  remoteAddress: 'Address of the server',
  api_calls: 'API calls',
  localAddress: 'Own address',
}

const beforeOf: Readonly<Record<Seen['kind'], (name: string) => string>> = {
  member: (name) => `"${name}": `,
  claim: (name) => `${name} = `,
  header: colon,
  // Of a request that is named, such as `GET https://api.example/orders`. No colon: `/token: 401` would read as a secret.
  status: (name) => (name.includes(' ') ? `${name} → ` : 'Status '),
  tls: spaced,
  parameter: (name) => `${name}=`,
  setting: (name) => colon(fieldLabel(name) ?? (name.includes('.') ? name : capital(name))),
  key: colon,
  figure: spaced,
  environment: colon,
}

const bytes: ReadonlySet<Seen['kind']> = new Set(['member', 'claim', 'header', 'parameter', 'key'])

/**
 * Where it was seen: `Token response`; of a probe what was asked, `Introspect without credentials`; where it is not known
 * which exchange it is of, `Body of the answer`.
 */
export function seenSource({ kind, name, purpose, step }: Pick<Seen, 'kind' | 'name' | 'purpose' | 'step'>): string {
  if (step !== undefined) return stepWords[step]
  if (kind === 'claim' && ofHeader.has(name)) return 'Header of the token'
  if (kind === 'figure' && name === 'audit_entries') return 'Audit trail'
  if (purpose === undefined) return seenPlaces[kind]
  switch (kind) {
    case 'member':
    case 'header':
    case 'status':
      return responses[purpose]
    case 'tls':
      return `Connection of the ${requests[purpose]}`
    case 'parameter':
      return capital(requests[purpose])
    default:
      return seenPlaces[kind]
  }
}

/** What a token says in its header, not in a claim. @see RFC 7515 §4.1 */
const ofHeader: ReadonlySet<string> = new Set(['alg', 'typ', 'kid'])

/** Where it was seen, in the exchange that shows it. */
const seenPlaces: Readonly<Record<Seen['kind'], string>> = {
  member: 'Body of the answer',
  claim: 'Claims of the token',
  header: 'Header of the answer',
  status: 'Status of the answer',
  tls: 'Connection',
  parameter: 'Request',
  setting: 'Settings',
  key: 'Key of the server',
  figure: 'History',
  environment: 'Other environment',
}

const responses: Readonly<Record<Purpose, string>> = {
  token: 'Token response',
  introspection: 'Introspection response',
  revocation: 'Revocation response',
  discovery: 'Metadata',
  jwks: 'Key set',
  api: 'API response',
}

const requests: Readonly<Record<Purpose, string>> = {
  token: 'token request',
  introspection: 'introspection request',
  revocation: 'revocation request',
  discovery: 'metadata request',
  jwks: 'key set request',
  api: 'API call',
}
