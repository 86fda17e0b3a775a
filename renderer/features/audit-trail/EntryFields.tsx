import { visible } from '../../../electron/common/visible.ts'
import type { AuditEntry } from '../../../electron/contract/audit.ts'
import { FactsTable } from '../../ui/FactsTable.tsx'

/** All that is recorded of an entry, as it is recorded. */
export function EntryFields({ entry }: { entry: AuditEntry }) {
  const { id, number, at, kind, environmentId, environmentName, isSealed, detail } = entry
  const date = new Date(at)
  const facts: [string, string][] = [
    ['Entry', String(number)],
    ['When', Number.isNaN(date.getTime()) ? String(at) : `${date.toISOString()} (UTC)`],
    ['What', kind],
    ['Environment', environmentId === null ? 'none' : `${environmentName} (${environmentId})`],
    // The name of the environment is above.
    ...Object.entries(detail).filter(([name, value]) => name !== 'environment' || value !== environmentName),
    ['Sealed', isSealed ? 'yes' : 'not yet'],
    ['ID', id],
  ]
  return (
    <FactsTable
      name={`Fields of entry ${number}`}
      nameWidth={160}
      facts={facts.map(([name, value]) => [
        visible(name),
        <span key={name} className="mono">
          {visible(value)}
        </span>,
      ])}
    />
  )
}
