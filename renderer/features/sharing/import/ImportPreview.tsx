import './import-preview.css'
import { useEffect, useMemo } from 'react'
import type { ImportItem } from '../../../../electron/contract/sharing.ts'
import { useEnvironments } from '../../../queries/environments.ts'
import type { Choices, Importing, Preview } from '../../../state/importing.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Region } from '../../../ui/Region.tsx'
import { comesIn } from './choices.ts'
import { ItemTable } from './ItemTable.tsx'
import { NotUnderstood } from './NotUnderstood.tsx'
import { outlookOf } from './outlook.ts'
import { Receivers } from './Receivers.tsx'
import { SecretsFound } from './SecretsFound.tsx'
import { SignaturePanel } from './SignaturePanel.tsx'

interface Props {
  preview: Preview & { choices: Choices; asOf: number }
  importing: Importing
}

/** Everything that the import would change, before it does: environments at the left, their secrets at the right. */
export function ImportPreview({ preview: { items, signature, unknown, notes, choices, asOf }, importing }: Props) {
  const { compareAgain } = importing
  const changedAt = useEnvironments().dataUpdatedAt
  useEffect(() => {
    if (changedAt > asOf) void compareAgain()
  }, [changedAt, asOf, compareAgain])
  const incoming = useMemo(() => items.filter((item) => comesIn(item, choices)), [items, choices])
  const isUnsigned = signature.kind === 'unsigned'
  const { title, reason } = outlookOf(items, choices)
  return (
    <div className="column top">
      <Banner tone="info" title={title} reason={reason} />
      {isUnsigned ? null : <SignaturePanel signature={signature} />}
      <div className="import-columns">
        <Region name="Environments in it" title={summary(items)}>
          <ItemTable items={items} choices={choices} onChoose={importing.choose} />
        </Region>
        <div className="import-side">
          <SecretsFound items={incoming} />
          <Receivers items={incoming} />
          <NotUnderstood paths={unknown} notes={notes} />
          {isUnsigned ? (
            <p className="text dimmed import-unsigned">The file is unsigned: its author cannot be verified.</p>
          ) : null}
        </div>
      </div>
    </div>
  )
}

function summary(items: readonly ImportItem[]): string {
  const number = (...statuses: ImportItem['status'][]) =>
    items.filter(({ status }) => statuses.includes(status)).length.toLocaleString('en')
  return `${number('added')} new · ${number('same_id', 'same_name')} conflicts · ${number('unchanged')} unchanged`
}
