import { hrefOf, type Tab } from '../../../route.ts'
import { visible } from '../../../../electron/common/visible.ts'
import { Region } from '../../../ui/Region.tsx'
import { VirtualList } from '../../../ui/VirtualList.tsx'
import type { RequiredSetting } from './lacking-settings.ts'
import { SettingsToSet } from './SettingsToSet.tsx'
import { Counted } from './Counted.tsx'

interface Props {
  name: string
  ids: readonly string[]
  environments: readonly { id: string; name: string }[]
  /** What is opened of each. */
  tab?: Tab
  /** The settings of one that an import left empty. */
  lacking?: (environment: { id: string; name: string }) => readonly RequiredSetting[]
}

/** The way to each environment that an import added or replaced, and to what it lacks. */
export function ImportedLinks({ name: title, ids, environments, tab = 'flow', lacking }: Props) {
  const wanted = new Set(ids)
  const found = environments.filter(({ id }) => wanted.has(id))
  if (found.length === 0) return null
  return (
    <Region name={title} title={<Counted title={title} count={found.length} />}>
      <VirtualList
        label={title}
        as="list"
        items={found}
        estimate={28}
        maxHeight="320px"
        className="imported-links"
        keyOf={({ id }) => id}
      >
        {({ id, name }) => (
          <div className="imported-link text">
            <a className="ellipsis" href={hrefOf({ kind: 'environment', id, tab })} title={name}>
              {visible(name)}
            </a>
            <SettingsToSet id={id} name={name} fields={lacking?.({ id, name }) ?? []} />
          </div>
        )}
      </VirtualList>
    </Region>
  )
}
