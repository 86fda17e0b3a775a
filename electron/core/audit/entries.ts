import type { AuditEntry, AuditEvent, AuditFilter } from '../../contract/audit.ts'
import { eventSentence } from '../../wording/audit-event.ts'
import type { AuditRow } from '../workspace/tables/audit.ts'
import type { AuditTrail } from './trail.ts'

/** An entry with what it needs to be exported. */
export interface StoredEntry {
  entry: AuditEntry
  row: AuditRow
}

/** Makes entries of rows. Of an environment that is gone, it gives the name that was recorded with the event. */
export function entryMaker({ sealedUpTo, environmentName }: Pick<AuditTrail, 'sealedUpTo' | 'environmentName'>) {
  const sealed = sealedUpTo()
  const names = new Map<string, string>()
  const nameOf = (id: string): string => {
    const known = names.get(id) ?? environmentName(id)
    names.set(id, known)
    return known
  }
  return ({ row, event }: { row: AuditRow; event: AuditEvent }): StoredEntry => {
    const { environmentId, detail } = event
    const current = environmentId === null ? '' : nameOf(environmentId)
    const isSealed = row.seal !== null && row.number <= sealed
    const environmentName = current === '' ? (detail['environment'] ?? '') : current
    return { entry: { ...event, number: row.number, environmentName, isSealed }, row }
  }
}

export const isEveryEntry = ({ text, kinds, environmentIds, from, to }: AuditFilter): boolean =>
  text.trim() === '' && kinds.length === 0 && environmentIds.length === 0 && from === null && to === null

/** Each word of the text is searched for in the sentence, the name of the environment and all that was recorded. */
export function matcherOf({ text, kinds, environmentIds, from, to }: AuditFilter): (entry: AuditEntry) => boolean {
  const words = text
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '')
  const [ofKinds, ofEnvironments] = [new Set(kinds), new Set(environmentIds)]
  return (entry) =>
    (from === null || entry.at >= from) &&
    (to === null || entry.at < to) &&
    (ofKinds.size === 0 || ofKinds.has(entry.kind)) &&
    (ofEnvironments.size === 0 || (entry.environmentId !== null && ofEnvironments.has(entry.environmentId))) &&
    (words.length === 0 || hasAll(textOf(entry).toLowerCase(), words))
}

const hasAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word))

const textOf = (entry: AuditEntry): string =>
  [
    eventSentence(entry, entry.environmentName === '' ? null : entry.environmentName),
    entry.environmentName,
    entry.kind,
    ...Object.values(entry.detail),
  ].join('\n')
