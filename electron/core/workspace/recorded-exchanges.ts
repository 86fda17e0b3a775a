import type { Conclusion } from '../../contract/history.ts'
import type { Exchange, ExchangeSummary } from '../../contract/exchange.ts'
import type { HistoryListener } from './history-changes.ts'
import type { RecordTables, SessionTables } from './session-tables.ts'
import type { Keeps } from './tables/exchange-deletion.ts'

/** Of exchanges that are in memory only: how many, and how many characters of JSON together. */
const mostInMemory = { exchanges: 500, characters: 50_000_000 }

export interface RecordPlaces {
  kept: RecordTables
  inMemory: SessionTables
  /** Whether what an environment sends must not reach the disk. */
  isUnrecorded: (environmentId: string) => boolean
}

export type RecordedExchanges = ReturnType<typeof recordedExchanges>

/**
 * The exchanges with what came of them: on the disk, and of environments that are not recorded in memory, the newest of them.
 * Reading finds both.
 */
export function recordedExchanges({ kept, inMemory, isUnrecorded }: RecordPlaces, listener: HistoryListener) {
  /** Characters of each in memory, the oldest first. */
  const lengths = new Map<string, number>()
  const placeOf = (id: string): RecordTables => (lengths.has(id) ? inMemory.make() : kept)

  function forget(id: string): void {
    const { conclusions, exchanges } = inMemory.make()
    lengths.delete(id)
    conclusions.delete(id)
    exchanges.delete(id)
  }

  function addToMemory(exchange: Exchange): void {
    inMemory.make().exchanges.add(exchange)
    lengths.set(exchange.id, JSON.stringify(exchange).length)
    let characters = [...lengths.values()].reduce((sum, each) => sum + each, 0)
    for (const [id, length] of lengths) {
      if (lengths.size <= mostInMemory.exchanges && characters <= mostInMemory.characters) break
      characters -= length
      forget(id)
    }
  }

  /** The newest of both, by when they began. */
  function newest(read: (tables: RecordTables) => ExchangeSummary[], limit: number): ExchangeSummary[] {
    const onDisk = read(kept)
    const tables = inMemory.get()
    if (tables === null) return onDisk
    return [...read(tables), ...onDisk].toSorted((one, other) => other.startedAt - one.startedAt).slice(0, limit)
  }

  return {
    /** Takes an exchange that is masked already. */
    add: (exchange: Exchange): void => {
      if (exchange.environmentId !== null && isUnrecorded(exchange.environmentId)) return addToMemory(exchange)
      kept.exchanges.add(exchange)
      listener.changed([exchange.id])
    },
    /** Keeps what came of it, masked as well. @throws where it is not there */
    conclude: (id: string, conclusion: Conclusion): void => {
      placeOf(id).conclusions.put(id, conclusion)
      if (!lengths.has(id)) listener.changed([id])
    },
    /** Newest first; of all environments when `environmentId` is null. Damaged ones are left out. */
    list: (environmentId: string | null, limit: number): ExchangeSummary[] =>
      newest(({ exchanges }) => exchanges.list(environmentId, limit), limit),
    /** The answers of an API call, newest first. */
    listOfCall: (callId: string, limit: number): ExchangeSummary[] =>
      newest(({ exchanges }) => exchanges.listOfCall(callId, limit), limit),
    /** Null when it is not there, cannot be read, or is not as it was written. */
    get: (id: string): Exchange | null => placeOf(id).exchanges.get(id),
    /** Null as above, and where it was not judged. */
    conclusionOf: (id: string): Conclusion | null => placeOf(id).conclusions.get(id),
    /** The exchange that issued the token with this fingerprint last; null where that is not recorded. */
    issuerOf: (fingerprint: string): string | null =>
      kept.conclusions.issuerOf(fingerprint) ?? inMemory.get()?.conclusions.issuerOf(fingerprint) ?? null,
    /** What the same environment sent after it, oldest first. */
    sentAfter: ({ id, environmentId }: Exchange, startedAt: number, limit: number): ExchangeSummary[] =>
      placeOf(id).exchanges.sentAfter(environmentId, startedAt, limit),
    /** Those on the disk, in the order in which they were recorded. */
    ...kept.inOrder,
    /** Removes them for good, with what belongs to them, or, when it throws, none; but for what is kept. How many there were. */
    delete: (ids: readonly string[], keeps: Keeps = 'nothing'): number => {
      const ofSession = ids.filter((id) => lengths.has(id))
      const gone = kept.transaction(() => ids.filter((id) => kept.exchanges.delete(id, keeps)))
      for (const id of ofSession) forget(id)
      if (gone.length > 0) listener.gone(gone)
      return gone.length + ofSession.length
    },
    isInMemory: (id: string): boolean => lengths.has(id),
    /** Has those who listen hear of what a thread removed. */
    areGone: (ids: readonly string[]): void => listener.gone(ids),
  }
}
