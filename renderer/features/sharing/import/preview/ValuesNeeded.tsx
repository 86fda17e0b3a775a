import { TextInput } from '@mantine/core'
import { visible } from '../../../../../electron/common/visible.ts'
import type { Importing, Preview } from '../../../../state/importing.ts'
import { Region } from '../../../../ui/Region.tsx'
import { VirtualList } from '../../../../ui/VirtualList.tsx'
import { useTypedValue } from './typed-settings.ts'
import { Counted } from '../Counted.tsx'

interface Props {
  importId: string
  values: Preview['valuesNeeded']
  type: Importing['type']
}

/** The variables for which the file has no value. */
export function ValuesNeeded({ importId, values, type }: Props) {
  if (values.length === 0) return null
  return (
    <Region name="Values needed" title={<Counted title="Values needed" count={values.length} />}>
      <VirtualList
        label="Values needed"
        as="list"
        items={values}
        estimate={54}
        maxHeight={values.length > 8 ? 'min(40vh, 320px)' : 'none'}
        className="import-list"
        tabStop={false}
        keyOf={({ name }) => name}
      >
        {(needed) => <NeededValue importId={importId} needed={needed} type={type} />}
      </VirtualList>
      <p className="text-small dimmed">The file has none for these variables. What you leave empty can be set later.</p>
    </Region>
  )
}

interface ValueProps {
  importId: string
  needed: Preview['valuesNeeded'][number]
  type: Importing['type']
}

function NeededValue({ importId, needed: { name, value: given }, type }: ValueProps) {
  const { value, error, onType } = useTypedValue(importId, name, given, type)
  return (
    <TextInput
      className="import-value"
      label={<span className="mono import-variable">{visible(`{{${name}}}`)}</span>}
      autoComplete="off"
      spellCheck={false}
      value={value}
      error={error}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  )
}
