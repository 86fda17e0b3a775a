import type { Seen } from '../../contract/review.ts'

/** What was seen as it reads in one line: `"expires_in": ` before the value that matters. `isBytes`: as it went over the wire. */
export interface SeenText {
  before: string
  value: string
  isBytes: boolean
}

export function seenText({ kind, name, value }: Pick<Seen, 'kind' | 'name' | 'value'>): SeenText {
  return { before: beforeOf[kind](name), value, isBytes: bytes.has(kind) }
}

const colon = (name: string): string => `${name}: `

const beforeOf: Readonly<Record<Seen['kind'], (name: string) => string>> = {
  member: (name) => `"${name}": `,
  claim: (name) => `${name} = `,
  header: colon,
  status: colon,
  tls: colon,
  parameter: (name) => `${name}=`,
  setting: colon,
  key: colon,
  figure: colon,
  environment: colon,
}

const bytes: ReadonlySet<Seen['kind']> = new Set(['member', 'claim', 'header', 'parameter', 'key'])

/** Where it was seen, in the exchange that shows it. */
export const seenPlaces: Readonly<Record<Seen['kind'], string>> = {
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
