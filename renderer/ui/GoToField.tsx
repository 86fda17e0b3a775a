import { useContext } from 'react'
import { fieldLabel } from '../../electron/wording/field-labels.ts'
import { goToConfigure } from '../go-to-configure.ts'
import { hrefOf } from '../route.ts'
import { ShownEnvironment } from './shown-environment.ts'

interface Props {
  /** The paths of the fields that may be at fault, the likeliest first. Without any that Configure has, all of it is opened. */
  fields: readonly string[]
  look?: 'link' | 'plain' | 'primary'
}

/** Leads to the field of Configure that would mend what is wrong. */
export function GoToField({ fields, look = 'link' }: Props) {
  const environment = useContext(ShownEnvironment)
  const field = fields.find((path) => fieldLabel(path) !== null)
  if (environment === null || (field === undefined && look === 'link')) return null
  const { id } = environment
  return (
    <a
      className={look === 'link' ? 'go-to-field' : 'button'}
      data-primary={look === 'primary' || undefined}
      href={hrefOf({ kind: 'environment', id, tab: 'configure' })}
      onClick={(event) => {
        event.preventDefault()
        goToConfigure(id, field === undefined ? [] : [field])
      }}
    >
      {field === undefined ? 'Open Configure' : `Go to ${fieldLabel(field) ?? ''}`}
    </a>
  )
}
