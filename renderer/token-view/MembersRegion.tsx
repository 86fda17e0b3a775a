import { SegmentedControl } from '@mantine/core'
import { memo, useRef, useState } from 'react'
import type { Place } from '../../electron/catalogue/claims/meaning-of.ts'
import type { JsonObject } from '../../electron/contract/json-object.ts'
import { JsonView } from '../json-view/JsonView.tsx'
import { Region } from '../ui/Region.tsx'
import { useStateOf } from '../ui/use-state-of.ts'
import { CopyValue } from './CopyValue.tsx'
import { MembersTable } from './MembersTable.tsx'

interface Props {
  name: string
  object: JsonObject
  place: Place
}

const views = ['Table', 'JSON']

/** A JSON object: as a table with explanations, or as JSON, indented or exactly as it came. */
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
          <Source text={object.source} label={`${name} as JSON`} />
        )}
      </div>
    </Region>
  )
})

const ViewChoice = memo(function ViewChoice(props: { label: string; view: string; onChange: (view: string) => void }) {
  const { label, view, onChange } = props
  return <SegmentedControl data={views} value={view} onChange={onChange} aria-label={label} />
})

function Source({ text, label }: { text: string; label: string }) {
  const [isExact, setExact] = useState(false)
  return (
    <>
      <JsonView source={text} label={label} isExact={isExact} />
      <button type="button" className="fold-button" aria-pressed={isExact} onClick={() => setExact(!isExact)}>
        Exactly as it came
      </button>
    </>
  )
}
