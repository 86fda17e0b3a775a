import { visible } from '../../../../electron/common/visible.ts'
import { waysOut } from '../../../../electron/wording/flow/labels.ts'
import { goToConfigure } from '../../../go-to-configure.ts'
import { useEnvironment } from '../../../queries/environments.ts'
import { hrefOf } from '../../../route.ts'
import type { RequiredSetting } from './lacking-settings.ts'

interface Props {
  id: string
  name: string
  /** Those that were empty when it was imported. */
  fields: readonly RequiredSetting[]
}

/** The way to each of these settings that is still empty. */
export function SettingsToSet({ id, name, fields }: Props) {
  const environment = useEnvironment(id).data ?? null
  if (environment === null) return null
  return fields
    .filter((field) => environment[field] === '')
    .map((field) => (
      <a
        key={field}
        className="go-to-field"
        href={hrefOf({ kind: 'environment', id, tab: 'configure' })}
        aria-label={`${waysOut[field]} of ${visible(name)}`}
        onClick={(event) => {
          event.preventDefault()
          goToConfigure(id, [field])
        }}
      >
        {waysOut[field]}
      </a>
    ))
}
