import './import-preview.css'
import { useDeferredValue, useEffect, useMemo } from 'react'
import { useEnvironments } from '../../../queries/environments.ts'
import type { Choices, Importing, Preview } from '../../../state/importing.ts'
import { createKept, useKept } from '../../../state/kept.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { comesIn } from './choices.ts'
import { NotUnderstood } from './NotUnderstood.tsx'
import { CallList } from './preview/CallList.tsx'
import { EnvironmentList } from './preview/EnvironmentList.tsx'
import { outlookOf, type Tally } from './preview/tally.ts'
import { ValuesNeeded } from './preview/ValuesNeeded.tsx'
import { Receivers } from './Receivers.tsx'
import { SecretsFound } from './SecretsFound.tsx'
import { SignaturePanel } from './SignaturePanel.tsx'

interface Props {
  preview: Preview & { choices: Choices; asOf: number }
  tally: Tally
  importing: Importing
}

/** Whose calls are shown, by import. */
const current = createKept('')

/** Everything that the import would change, before it does: environments and their calls at the left, their secrets at the right. */
export function ImportPreview({ preview, tally, importing }: Props) {
  const { importId, items, signature, unknown, notes, edits, choices, asOf, hasSharedCalls, sources } = preview
  const { compareAgain } = importing
  const changedAt = useEnvironments().dataUpdatedAt
  useEffect(() => {
    if (changedAt > asOf) void compareAgain()
  }, [changedAt, asOf, compareAgain])
  const [shown, setShown] = useKept(current, importId)
  const coming = useMemo(() => items.filter((item) => comesIn(item, { choices, edits })), [items, choices, edits])
  const item = items.find(({ id }) => id === shown) ?? items.find(({ apiCalls }) => apiCalls > 0) ?? items[0]
  // A long list of calls may come after the row that was gone to.
  const ofCalls = useDeferredValue(item)
  const isOwn = sources.every(({ format }) => format === 'ccx')
  return (
    <div className="column top import-preview">
      <Banner tone="info" {...outlookOf(tally, items.length)} />
      {signature.kind === 'unsigned' ? null : <SignaturePanel signature={signature} />}
      <div className="import-columns">
        <div className="import-main">
          <EnvironmentList
            importId={importId}
            items={items}
            choices={choices}
            edits={edits}
            hasSharedCalls={hasSharedCalls}
            importing={importing}
            current={items.length < 2 || hasSharedCalls ? '' : (item?.id ?? '')}
            onCurrent={(id) => setShown(() => id)}
          />
          {ofCalls === undefined ? null : (
            <CallList
              importId={importId}
              environmentId={ofCalls.id}
              owner={ownerOf(ofCalls.name, items.length, hasSharedCalls)}
              leftOut={edits.callsLeftOut}
              isTaken={hasSharedCalls ? coming.length > 0 : comesIn(ofCalls, { choices, edits })}
              edit={importing.edit}
            />
          )}
        </div>
        <div className="import-side">
          <ValuesNeeded importId={importId} values={preview.valuesNeeded} type={importing.type} />
          <SecretsFound items={coming} leftOut={edits.secretsLeftOut} edit={importing.edit} />
          <Receivers items={coming} />
          <NotUnderstood paths={unknown} notes={notes} fileName={preview.fileName} />
          {isOwn && signature.kind === 'unsigned' ? (
            <p className="text dimmed import-unsigned">The file is unsigned: its author cannot be verified.</p>
          ) : null}
        </div>
      </div>
    </div>
  )
}

function ownerOf(name: string, environments: number, hasSharedCalls: boolean): string {
  if (environments < 2) return ''
  if (!hasSharedCalls) return `of ${name}`
  return environments === 2 ? 'in both environments' : `in all ${environments.toLocaleString('en')} environments`
}
