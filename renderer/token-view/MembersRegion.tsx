import { SegmentedControl } from '@mantine/core'
import { memo, useMemo, useRef } from 'react'
import type { Place } from '../../electron/catalogue/claims/meaning-of.ts'
import type { JsonObject } from '../../electron/contract/json-object.ts'
import { Region } from '../ui/Region.tsx'
import { useStateOf } from '../ui/use-state-of.ts'
import { CopyValue } from './CopyValue.tsx'
import { LongText } from './LongText.tsx'
import { MembersTable } from './MembersTable.tsx'
import { prettyJson } from '../../electron/common/pretty-json.ts'

interface Props {
  name: string
  object: JsonObject
  place: Place
}

const lineWidth = 90
const views = ['Table', 'Source', 'Pretty']

/** A JSON object: as a table with explanations, as its exact source, or that source indented. */
export const MembersRegion = memo(function MembersRegion({ name, object, place }: Props) {
  const [view, setView] = useStateOf(object, 'Table')
  const shown = useRef<HTMLDivElement>(null)
  return (
    <Region
      name={name}
      actions={
        <>
          <CopyValue text={object.source} what={`${name.toLowerCase()} as JSON`} shown={shown} />
          <ViewChoice label={`${name} view`} view={view} onChange={setView} />
        </>
      }
    >
      <div ref={shown}>
        {view === 'Table' ? (
          <MembersTable members={object.members} place={place} what={name.toLowerCase()} />
        ) : (
          <Source text={object.source} isPretty={view === 'Pretty'} label={`${name} source`} />
        )}
      </div>
    </Region>
  )
})

const ViewChoice = memo(function ViewChoice(props: { label: string; view: string; onChange: (view: string) => void }) {
  const { label, view, onChange } = props
  return <SegmentedControl data={views} value={view} onChange={onChange} aria-label={label} />
})

function Source({ text, isPretty, label }: { text: string; isPretty: boolean; label: string }) {
  const shown = useMemo(() => (isPretty ? prettyJson(text, lineWidth) : text), [text, isPretty])
  return <LongText text={shown} label={label} />
}
