import { NativeSelect } from '@mantine/core'
import { useId } from 'react'
import { visible } from '../../../../../electron/common/visible.ts'
import type { ImportItem } from '../../../../../electron/contract/sharing.ts'
import { useEnvironments } from '../../../../queries/environments.ts'
import type { Importing } from '../../../../state/importing.ts'
import { count } from '../../../../ui/count.ts'
import { chooseTarget } from './edits.ts'

interface Props {
  item: ImportItem
  /** Null is a new environment, undefined is not said. */
  target: string | null | undefined
  importing: Importing
}

const asked = 'ask'
const fresh = 'new'
const ofEnvironment = (id: string): string => `environment ${id}`

/** Where calls go for which the file has no client. */
export function CallsTarget({ item: { id, name, apiCalls }, target, importing }: Props) {
  const selectId = useId()
  const environments = useEnvironments().data ?? []
  const isHere = environments.some((one) => one.id === target)
  const value = target === null ? fresh : target !== undefined && isHere ? ofEnvironment(target) : asked
  return (
    <div className="import-more row" data-spread>
      <span className="dimmed">{count(apiCalls, 'call')}, no client in the file</span>
      <span className="import-target">
        <label htmlFor={selectId} className="dimmed">
          Add them to
        </label>
        <NativeSelect
          id={selectId}
          aria-label={`Add the calls of ${visible(name)} to`}
          value={value}
          data={[
            { value: asked, label: 'Choose an environment', disabled: true },
            { value: fresh, label: 'A new environment' },
            ...environments.map((one) => ({ value: ofEnvironment(one.id), label: visible(one.name) })),
          ]}
          onChange={({ currentTarget: { value: chosen } }) => {
            const one = environments.find((environment) => ofEnvironment(environment.id) === chosen)
            importing.edit(chooseTarget(id, chosen === fresh ? null : one?.id))
          }}
        />
      </span>
    </div>
  )
}
