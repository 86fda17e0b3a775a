import type { Ports } from '../ports.ts'
import {
  type DataKeyRecord,
  dataKeyRecordSchema,
  newDataKey,
  unwrapByKeyring,
  wrapDataKey,
  type Wrapping,
} from './data-key.ts'

type Deps = Pick<Ports, 'keyring'> & Pick<Ports['workspace'], 'dataKey' | 'transaction'>

/** Whether the data key is in memory, or why it is not. */
export type KeyState =
  | { kind: 'unlocked'; key: Buffer; wrapping: Wrapping }
  | { kind: 'empty' }
  | { kind: 'locked'; record: DataKeyRecord }
  | { kind: 'changed'; record: DataKeyRecord; found: string }
  | { kind: 'damaged' }

/**
 * Holds the data key in memory, as long as its record in the workspace is the one that it was unwrapped from. The keyring is
 * asked when the key is needed, and after a failure only on demand.
 */
export function holdDataKey({ dataKey, transaction, keyring }: Deps) {
  let known: { asked: Promise<KeyState>; of: string } | null = null

  /** The record as it lies there now: another process may have changed it, and then nothing in memory holds. */
  const record = () => JSON.stringify(dataKey.get())

  async function state(): Promise<KeyState> {
    const of = record()
    if (known?.of !== of) {
      const asked = readState()
      known = { asked, of }
      // What went wrong once, such as a disk that did not answer, may not go wrong again.
      asked.catch(() => {
        if (known?.asked === asked) known = null
      })
    }
    return known.asked
  }

  async function readState(): Promise<KeyState> {
    const stored = dataKey.get()
    if (stored === null) return { kind: 'empty' }
    const { data } = dataKeyRecordSchema.safeParse(stored)
    if (data === undefined) return { kind: 'damaged' }
    if (data.protection === 'passphrase') return { kind: 'locked', record: data }
    const unwrapped = await unwrapByKeyring(data, keyring)
    switch (unwrapped.kind) {
      case 'locked':
        return { kind: 'locked', record: data }
      case 'changed':
        return { kind: 'changed', record: data, found: unwrapped.found }
      case 'key': {
        const { backend } = data
        return { kind: 'unlocked', key: unwrapped.key, wrapping: { protection: 'keyring', keyring, backend } }
      }
    }
  }

  /** Takes the key for that of the record `of`. */
  function unlock(key: Buffer, wrapping: Wrapping, of: string): void {
    known = { asked: Promise.resolve({ kind: 'unlocked', key, wrapping }), of }
  }

  /** Does the work in a transaction, while the record there is still `of`; false when it is another one by then. */
  const whileRecordIs = (of: string, work: () => void): boolean =>
    transaction(() => {
      if (record() !== of) return false
      work()
      return true
    })

  /** The key, made where there is none and the keyring can wrap it; null when there is no way to it now. */
  async function ready(): Promise<{ key: Buffer; of: string } | null> {
    const of = record()
    const found = await state()
    if (found.kind === 'unlocked') return { key: found.key, of }
    if (found.kind !== 'empty') return null
    const backend = await keyring.backend()
    if (backend === null) return null
    try {
      await keep(newDataKey(), { protection: 'keyring', keyring, backend }, of)
    } catch {
      return null
    }
    const made = record()
    const now = await state()
    return now.kind === 'unlocked' ? { key: now.key, of: made } : null
  }

  /** False when another process changed the record `of` first, whose key is then the one that counts. */
  async function keep(key: Buffer, wrapping: Wrapping, of: string): Promise<boolean> {
    const wrapped = await wrapDataKey(key, wrapping)
    const isKept = whileRecordIs(of, () => dataKey.put(wrapped))
    if (isKept) unlock(key, wrapping, JSON.stringify(wrapped))
    return isKept
  }

  /** Has the keyring asked again at the next need. */
  const ask = (): void => {
    known = null
  }

  return { record, state, ask, unlock, keep, ready, whileRecordIs }
}
