import { SegmentedControl } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import type { Place } from '../../electron/catalogue/claims/meaning-of.ts'
import type { JsonObject } from '../../electron/contract/json-object.ts'
import { Region } from '../ui/Region.tsx'
import { CopyValue } from './CopyValue.tsx'
import { LongText } from './LongText.tsx'
import { MembersTable } from './MembersTable.tsx'
import { prettyJson } from '../../electron/common/pretty-json.ts'

const lineWidth = 90
const views = ['Table', 'Source', 'Pretty'] as const

/** A JSON object: as a table with explanations, as its exact source, or that source indented. */
export function MembersRegion({ name, object, place }: { name: string; object: JsonObject; place: Place }) {
  const [view, setView] = useState('Table')
  const shown = useRef<HTMLDivElement>(null)
  return (
    <Region
      name={name}
      actions={
        <>
          <CopyValue text={object.source} what={`${name.toLowerCase()} as JSON`} shown={shown} />
          <SegmentedControl data={[...views]} value={view} onChange={setView} aria-label={`${name} view`} />
        </>
      }
    >
      <div className="panel" ref={shown}>
        {view === 'Table' ? (
          <MembersTable members={object.members} place={place} what={name.toLowerCase()} />
        ) : (
          <Source text={object.source} isPretty={view === 'Pretty'} label={`${name} source`} />
        )}
      </div>
    </Region>
  )
}

function Source({ text, isPretty, label }: { text: string; isPretty: boolean; label: string }) {
  const shown = useMemo(() => (isPretty ? prettyJson(text, lineWidth) : text), [text, isPretty])
  return <LongText text={shown} label={label} />
}
