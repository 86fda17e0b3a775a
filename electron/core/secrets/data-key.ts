import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Keyring } from '../ports.ts'
import { keyBytes, seal, unseal } from './envelope.ts'
import { newScryptCost, passphraseKey, scryptCostSchema } from './passphrase-key.ts'

const base64 = z.base64().max(4000)

/** The data key as it lies in the workspace: wrapped, with a value that tells whether what was unwrapped is it. */
export const dataKeyRecordSchema = z.discriminatedUnion('protection', [
  z.strictObject({
    protection: z.literal('keyring'),
    /** As the system names it when the key was wrapped, with the first three characters of what it gave. */
    backend: z.string().max(100),
    prefix: z.string().max(3),
    wrapped: base64,
    check: base64,
  }),
  z.strictObject({ protection: z.literal('passphrase'), cost: scryptCostSchema, wrapped: base64, check: base64 }),
])
export type DataKeyRecord = z.infer<typeof dataKeyRecordSchema>

/** What wraps: the keyring, or the key of a passphrase with what it was made of. */
export type Wrapping =
  | { protection: 'keyring'; keyring: Keyring; backend: string }
  | { protection: 'passphrase'; key: Buffer; cost: z.infer<typeof scryptCostSchema> }

export const newDataKey = (): Buffer => randomBytes(keyBytes)

export async function passphraseWrapping(passphrase: string): Promise<Wrapping> {
  const cost = newScryptCost()
  return { protection: 'passphrase', key: await passphraseKey(passphrase, cost), cost }
}

/** @throws the keyring's error, or when it does not give back what it took: nothing else would have the key then */
export async function wrapDataKey(key: Buffer, wrapping: Wrapping): Promise<DataKeyRecord> {
  const check = toBase64(seal(key, checkText, checkContext))
  if (wrapping.protection === 'passphrase') {
    const { cost } = wrapping
    const wrapped = toBase64(seal(wrapping.key, key.toString('base64'), wrapContext))
    return { protection: 'passphrase', cost, wrapped, check }
  }
  const wrapped = Buffer.from(await wrapping.keyring.wrap(key.toString('base64')))
  const record = {
    protection: 'keyring',
    backend: wrapping.backend,
    prefix: prefixOf(wrapped),
    wrapped: toBase64(wrapped),
    check,
  } as const
  const again = await unwrapByKeyring(record, wrapping.keyring)
  if (again.kind !== 'key') throw new Error('The keyring does not give back what it took.')
  return record
}

/** How unwrapping by the keyring ended. `found` is the keyring that answers: another one, or the same with another key. */
export type Unwrapped = { kind: 'key'; key: Buffer } | { kind: 'locked' } | { kind: 'changed'; found: string }

/** A change of keyring is found out and not papered over: what another key opens may be garbage without an error. */
export async function unwrapByKeyring(
  record: Extract<DataKeyRecord, { protection: 'keyring' }>,
  keyring: Keyring,
): Promise<Unwrapped> {
  const backend = await keyring.backend()
  if (backend === null) return { kind: 'locked' }
  if (backend !== record.backend) return { kind: 'changed', found: backend }
  const wrapped = Buffer.from(record.wrapped, 'base64')
  const otherKey = { kind: 'changed', found: backend } as const
  if (prefixOf(wrapped) !== record.prefix) return otherKey
  try {
    const key = Buffer.from(await keyring.unwrap(wrapped), 'base64')
    return isDataKey(key, record) ? { kind: 'key', key } : otherKey
  } catch {
    return (await keyring.backend()) === null ? { kind: 'locked' } : otherKey
  }
}

/** Null when the passphrase is another one. */
export async function unwrapByPassphrase(
  record: Extract<DataKeyRecord, { protection: 'passphrase' }>,
  passphrase: string,
): Promise<{ key: Buffer; wrapping: Wrapping } | null> {
  const { cost } = record
  const wrappingKey = await passphraseKey(passphrase, cost)
  const text = unseal(wrappingKey, Buffer.from(record.wrapped, 'base64'), wrapContext)
  const key = Buffer.from(text ?? '', 'base64')
  return isDataKey(key, record) ? { key, wrapping: { protection: 'passphrase', key: wrappingKey, cost } } : null
}

const [wrapContext, checkContext, checkText] = [['data-key'], ['key-check'], 'This is the key.']

const isDataKey = (key: Buffer, { check }: DataKeyRecord): boolean =>
  key.length === keyBytes && unseal(key, Buffer.from(check, 'base64'), checkContext) === checkText

const prefixOf = (wrapped: Buffer) => wrapped.subarray(0, 3).toString('latin1')
const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
