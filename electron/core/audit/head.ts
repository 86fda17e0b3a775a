import { z } from 'zod'
import { seal, unseal } from '../secrets/envelope.ts'
import { readJson } from '../workspace/tables/checked-table.ts'
import type { AuditKeys } from './audit-keys.ts'
import { noLink } from './seal.ts'

const link = z.base64().max(100)

/** Where the chain begins and ends; it is stored encrypted and authenticated, in the transaction that changes the chain. */
const headSchema = z.strictObject({
  /** The number of the first entry, and the link that it follows; null where that is not known. */
  first: z.number().int(),
  before: link.nullable(),
  /** The number of the last sealed entry, and its link. */
  last: z.number().int(),
  link,
  /** Entries up to this one were there before the key, and are sealed as they were found; 0 for none. */
  asFound: z.number().int(),
  /** The number of the entry before which the head was found to be missing, or not ours; null when it never was. */
  lostBefore: z.number().int().nullable(),
})
export type AuditHead = z.infer<typeof headSchema>

const context = ['audit-head']

export const sealHead = ({ head: key }: AuditKeys, head: AuditHead): Uint8Array<ArrayBuffer> =>
  seal(key, JSON.stringify(head), context)

/** Null when it is missing, or not ours. */
export function openHead({ head: key }: AuditKeys, sealed: Uint8Array | null): AuditHead | null {
  const text = sealed === null ? null : unseal(key, sealed, context)
  return text === null ? null : readJson(headSchema, text)
}

/** Of a chain that begins with the number `first`; entries up to `asFound` are there already. */
export const newHead = (first: number, asFound: number): AuditHead => ({
  first,
  before: toText(noLink),
  last: first - 1,
  link: toText(noLink),
  asFound,
  lostBefore: null,
})

export const toText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const toBytes = (text: string): Uint8Array => Buffer.from(text, 'base64')
